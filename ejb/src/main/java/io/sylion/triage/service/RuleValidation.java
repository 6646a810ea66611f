package io.sylion.triage.service;

import io.sylion.platform.text.Language;
import io.sylion.platform.text.PatternRefused;
import io.sylion.platform.text.SafePattern;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RuleProblem.Kind;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What rules must be like to be saved. Its bounds keep triage quick: all rules together are asked about every message. */
final class RuleValidation {
    static final int MOST_RULES = 100;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_KEYWORD = 80;
    private static final int MOST_KEYWORDS = 50;
    private static final int MOST_PATTERNS = 20;

    /** Of all patterns together, steps of the compiled form. */
    private static final int LARGEST_PATTERNS = 20_000;

    private static final List<String> LANGUAGES =
            Arrays.stream(Language.values()).map(Language::code).toList();

    private final Set<UUID> channels;
    private final List<RuleProblem> problems = new ArrayList<>();
    private int patternSize;

    private RuleValidation(Set<UUID> channels) {
        this.channels = channels;
    }

    /** Empty when all is well. */
    static List<RuleProblem> of(List<TriageRule> rules, Set<UUID> channels) {
        RuleValidation validation = new RuleValidation(channels);
        if (rules.size() > MOST_RULES) {
            return List.of(RuleProblem.ofAll(Kind.TOO_MANY_RULES, String.valueOf(MOST_RULES)));
        }
        for (int i = 0; i < rules.size(); i++) {
            validation.check(i + 1, rules.get(i));
        }
        return validation.problems;
    }

    private void check(int position, TriageRule rule) {
        String name = rule.name() == null ? "" : rule.name().strip();
        add(position, rule, Kind.NAME_MISSING, null, name.isEmpty());
        add(position, rule, Kind.NAME_LONG, String.valueOf(LONGEST_NAME), name.length() > LONGEST_NAME);
        add(position, rule, Kind.DECISION_MISSING, null, rule.decision() == null);
        add(position, rule, Kind.DECIDES_ALWAYS, null, !rule.readsWords() && !rule.hasConditions());
        BigDecimal minimum = rule.minimumConfidence();
        boolean inRange = minimum.signum() >= 0 && minimum.compareTo(BigDecimal.ONE) <= 0;
        add(position, rule, Kind.CONFIDENCE_OUT_OF_RANGE, minimum.toPlainString(), !inRange);
        rule.languages().forEach(code -> add(position, rule, Kind.LANGUAGE_UNKNOWN, code, !LANGUAGES.contains(code)));
        rule.channels().forEach(id -> add(position, rule, Kind.CHANNEL_UNKNOWN, id.toString(), !channels.contains(id)));
        boolean halfHours = rule.hours() != null
                && (rule.hours().days().isEmpty()
                        || rule.hours().from() == null
                        || rule.hours().to() == null);
        add(position, rule, Kind.HOURS_INCOMPLETE, null, halfHours);
        checkWords(position, rule);
    }

    private void checkWords(int position, TriageRule rule) {
        boolean many = rule.keywords().size() > MOST_KEYWORDS || rule.patterns().size() > MOST_PATTERNS;
        add(position, rule, Kind.TOO_MANY_WORDS, MOST_KEYWORDS + " / " + MOST_PATTERNS, many);
        if (many) {
            return;
        }
        for (String keyword : rule.keywords()) {
            boolean tooLong = keyword.length() > LONGEST_KEYWORD;
            add(position, rule, Kind.KEYWORD_LONG, keyword, tooLong);
            add(position, rule, Kind.KEYWORD_EMPTY, keyword, !tooLong && new Phrase(keyword).isEmpty());
        }
        rule.patterns().forEach(pattern -> checkPattern(position, rule, pattern));
    }

    private void checkPattern(int position, TriageRule rule, String pattern) {
        try {
            patternSize += SafePattern.of(pattern).size();
            add(position, rule, Kind.PATTERN_TOO_LARGE, pattern, patternSize > LARGEST_PATTERNS);
        } catch (PatternRefused e) {
            add(position, rule, Kind.valueOf("PATTERN_" + e.reason()), e.part(), true);
        }
    }

    private void add(int position, TriageRule rule, Kind kind, String part, boolean wrong) {
        if (wrong) {
            problems.add(new RuleProblem(position, rule.name(), kind, part));
        }
    }
}
