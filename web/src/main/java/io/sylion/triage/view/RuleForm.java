package io.sylion.triage.view;

import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.Ids;
import io.sylion.triage.domain.RuleHours;
import io.sylion.triage.domain.TriageRule;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A rule while it is written; lists are lines of text, the confidence is percent. */
public class RuleForm implements Serializable {
    private UUID id = Ids.next();
    private String name;
    private boolean enabled = true;
    private String decision = Triage.ESCALATE.name();
    private String keywords;
    private String patterns;
    private Integer confidence = TriageRule.USUAL_CONFIDENCE.movePointRight(2).intValue();
    private String[] channels = {};
    private String[] languages = {};
    private String[] days = {};
    private String from;
    private String to;

    static RuleForm of(TriageRule rule) {
        RuleForm form = new RuleForm();
        form.id = rule.id();
        form.name = rule.name();
        form.enabled = rule.enabled();
        form.decision = rule.decision().name();
        form.keywords = String.join("\n", rule.keywords());
        form.patterns = String.join("\n", rule.patterns());
        form.confidence = rule.minimumConfidence().movePointRight(2).intValue();
        form.channels = rule.channels().stream().map(UUID::toString).toArray(String[]::new);
        form.languages = rule.languages().toArray(String[]::new);
        if (rule.hours() != null) {
            form.days =
                    EnumSet.copyOf(rule.hours().days()).stream().map(Enum::name).toArray(String[]::new);
            form.from = rule.hours().from().toString();
            form.to = rule.hours().to().toString();
        }
        return form;
    }

    TriageRule toRule() {
        return new TriageRule(
                id,
                name == null ? null : name.strip(),
                enabled,
                Triage.valueOf(decision),
                lines(keywords),
                lines(patterns),
                confidence == null ? null : BigDecimal.valueOf(confidence, 2),
                Arrays.stream(channels).map(UUID::fromString).toList(),
                List.of(languages),
                hours());
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }

    private RuleHours hours() {
        boolean none = days.length == 0 && from == null && to == null;
        return none
                ? null
                : new RuleHours(
                        Arrays.stream(days).map(DayOfWeek::valueOf).collect(Collectors.toSet()), time(from), time(to));
    }

    /** Null when it is none: then the hours are incomplete. */
    private static LocalTime time(String text) {
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }

    public String getKeywords() {
        return keywords;
    }

    public void setKeywords(String keywords) {
        this.keywords = keywords;
    }

    public String getPatterns() {
        return patterns;
    }

    public void setPatterns(String patterns) {
        this.patterns = patterns;
    }

    public Integer getConfidence() {
        return confidence;
    }

    public void setConfidence(Integer confidence) {
        this.confidence = confidence;
    }

    public String[] getChannels() {
        return channels;
    }

    public void setChannels(String[] channels) {
        this.channels = channels;
    }

    public String[] getLanguages() {
        return languages;
    }

    public void setLanguages(String[] languages) {
        this.languages = languages;
    }

    public String[] getDays() {
        return days;
    }

    public void setDays(String[] days) {
        this.days = days;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
