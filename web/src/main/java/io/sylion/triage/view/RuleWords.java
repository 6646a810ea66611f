package io.sylion.triage.view;

import io.sylion.channel.domain.ChannelSummary;
import io.sylion.channel.service.ChannelService;
import io.sylion.platform.faces.Texts;
import io.sylion.triage.api.Resemblance;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.domain.RuleHours;
import io.sylion.triage.domain.TriageRule;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules, and what came of asking them, in words. */
@Named("ruleWords")
@RequestScoped
public class RuleWords {
    private static final String FEATURE = "triage";
    private static final String TENANTS_RULE = "rule:";
    private static final int SHOWN = 4;

    @Inject
    ChannelService service;

    @Inject
    Texts texts;

    private List<ChannelSummary> channels;

    public List<ChannelSummary> getChannels() {
        if (channels == null) {
            channels = service.channels();
        }
        return channels;
    }

    public List<DayOfWeek> getDays() {
        return List.of(DayOfWeek.values());
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, texts.locale());
    }

    /** When the rule applies, on one line. */
    public String summary(TriageRule rule) {
        List<String> parts = new ArrayList<>();
        if (!rule.keywords().isEmpty()) {
            parts.add(text("summary.words", quoted(rule.keywords())));
        }
        if (!rule.patterns().isEmpty()) {
            parts.add(text("summary.patterns", String.join(" · ", first(rule.patterns()))));
        }
        if (!rule.channels().isEmpty()) {
            parts.add(text(
                    "summary.channels",
                    rule.channels().stream().map(this::channel).collect(Collectors.joining(", "))));
        }
        rule.languages().forEach(code -> parts.add(texts.getOr(FEATURE, "summary.language." + code, code)));
        if (rule.hours() != null) {
            parts.add(hours(rule.hours()));
        }
        return String.join(" · ", parts);
    }

    private String hours(RuleHours hours) {
        String days = hours.days().size() == DayOfWeek.values().length
                ? text("summary.everyDay")
                : EnumSet.copyOf(hours.days()).stream().map(this::day).collect(Collectors.joining(" "));
        return hours.from().equals(hours.to())
                ? days
                : text(
                        "summary.hours",
                        days,
                        hours.from().toString(),
                        hours.to().toString());
    }

    private String quoted(List<String> words) {
        String listed = first(words).stream().map(word -> text("quoted", word)).collect(Collectors.joining(", "));
        return words.size() > SHOWN ? text("summary.more", listed, words.size() - SHOWN) : listed;
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    public String channel(UUID id) {
        return getChannels().stream()
                .filter(each -> each.id().equals(id))
                .map(ChannelSummary::name)
                .findFirst()
                .orElseGet(() -> text("channel.gone"));
    }

    /** What was found of a rule, or why it did not apply. */
    public String check(RuleCheck check) {
        String found = quoted(check.found());
        return switch (check.outcome()) {
            case DECIDES ->
                check.found().isEmpty()
                        ? text("check.conditions")
                        : text(
                                "check.decides",
                                found,
                                number(check.confidence()),
                                number(check.rule().minimumConfidence()));
            case TOO_UNSURE ->
                text(
                        "check.TOO_UNSURE",
                        found,
                        number(check.confidence()),
                        number(check.rule().minimumConfidence()));
            default -> text("check." + check.outcome());
        };
    }

    public String nearest(Resemblance nearest) {
        return text(
                nearest.decides() ? "check.alike" : "check.unlike",
                nearest.example().words(),
                nearest.similarity());
    }

    /** The end of a decision that no rule and no example took. */
    public String otherwise(String reason) {
        return texts.getOr(FEATURE, "check." + reason, reason);
    }

    /** Of a reason's code, short. */
    public String reason(String code) {
        return code.startsWith(TENANTS_RULE)
                ? text("reason.tenant-rule", code.substring(TENANTS_RULE.length()))
                : texts.getOr(FEATURE, "reason." + code, code);
    }

    public String problem(RuleProblem problem) {
        String words = text("problem." + problem.kind(), problem.part() == null ? "" : problem.part());
        return problem.position() == 0
                ? words
                : text(
                        "problem.at",
                        problem.position(),
                        problem.rule() == null ? text("problem.unnamed") : problem.rule(),
                        words);
    }

    public String number(Number value) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return value == null ? "–" : format.format(value);
    }

    private String text(String key, Object... values) {
        return texts.get(FEATURE, key, values);
    }
}
