package io.sylion.triage.service;

import io.sylion.platform.text.SafePattern;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.api.RuleOutcome;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A tenant's rule, made ready to be asked often. */
final class PreparedRule {
    private static final double PATTERN = 0.95;

    /** What is said in passing, in a long message, is less sure to be what it is about. */
    private static final int SHORT = 30;

    private static final double FADES_OVER = 400;
    private static final double MOST_FADED = 0.25;

    private final TriageRule rule;
    private final List<Phrase> phrases;
    private final List<SafePattern> patterns;

    /** @throws io.sylion.platform.text.PatternRefused when a pattern cannot be run */
    PreparedRule(TriageRule rule) {
        this.rule = rule;
        phrases = rule.keywords().stream().map(Phrase::new).toList();
        patterns = rule.patterns().stream().map(SafePattern::of).toList();
    }

    TriageRule rule() {
        return rule;
    }

    RuleCheck check(TriageInput input, Reading reading) {
        RuleOutcome condition = conditions(input, reading);
        if (condition != RuleOutcome.DECIDES) {
            return new RuleCheck(rule, condition, List.of(), null);
        }
        return rule.readsWords()
                ? words(reading)
                : new RuleCheck(rule, RuleOutcome.DECIDES, List.of(), BigDecimal.ONE.setScale(2));
    }

    private RuleOutcome conditions(TriageInput input, Reading reading) {
        if (!rule.enabled()) {
            return RuleOutcome.SWITCHED_OFF;
        }
        if (!rule.channels().isEmpty() && !rule.channels().contains(input.channelId())) {
            return RuleOutcome.OTHER_CHANNEL;
        }
        if (rule.hours() != null && !rule.hours().include(input.at())) {
            return RuleOutcome.OUT_OF_HOURS;
        }
        if (!rule.languages().isEmpty()
                && !rule.languages().contains(reading.language().code())) {
            return RuleOutcome.OTHER_LANGUAGE;
        }
        return RuleOutcome.DECIDES;
    }

    private RuleCheck words(Reading reading) {
        List<String> found = new ArrayList<>();
        double doubt = 1;
        for (Phrase phrase : phrases) {
            double sure = phrase.in(reading);
            if (sure > 0) {
                found.add(phrase.words());
                doubt *= 1 - sure;
            }
        }
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).in(reading.folded()).isPresent()) {
                found.add(rule.patterns().get(i));
                doubt *= 1 - PATTERN;
            }
        }
        if (found.isEmpty()) {
            return new RuleCheck(rule, RuleOutcome.NOTHING_FOUND, List.of(), null);
        }
        BigDecimal confidence =
                BigDecimal.valueOf((1 - doubt) * nearness(reading)).setScale(2, RoundingMode.HALF_UP);
        boolean enough = confidence.compareTo(rule.minimumConfidence()) >= 0;
        return new RuleCheck(
                rule, enough ? RuleOutcome.DECIDES : RuleOutcome.TOO_UNSURE, List.copyOf(found), confidence);
    }

    private static double nearness(Reading reading) {
        return 1 - Math.clamp((reading.length() - SHORT) / FADES_OVER, 0, MOST_FADED);
    }
}
