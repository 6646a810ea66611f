package io.sylion.triage.service;

import io.sylion.platform.text.PatternRefused;
import io.sylion.triage.api.Resemblance;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.domain.IgnoreExample;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

/** What one tenant decides by, made ready: its ignore examples, and its rules in the order in which they are asked. */
final class TenantRules {
    private static final Logger LOG = Logger.getLogger(TenantRules.class.getName());

    /** Less alike is not shown, and need not be found out exactly. */
    private static final double LEAST_ALIKE = 0.4;

    private final int version;
    private final List<TriageRule> source;
    private final List<PreparedRule> rules;
    private final List<IgnoreExample> examples;
    private final ZoneId zone;

    private TenantRules(
            int version, List<TriageRule> source, List<PreparedRule> rules, List<IgnoreExample> examples, ZoneId zone) {
        this.version = version;
        this.source = source;
        this.rules = rules;
        this.examples = examples;
        this.zone = zone;
    }

    /** A rule that cannot be run is left out: no stored rule may stop triage. */
    static TenantRules of(int version, List<TriageRule> rules, List<IgnoreExample> examples, ZoneId zone) {
        List<PreparedRule> prepared = new ArrayList<>();
        for (TriageRule rule : rules) {
            try {
                prepared.add(new PreparedRule(rule));
            } catch (PatternRefused e) {
                LOG.warning(() -> "rule left out id=" + rule.id() + ": " + e.reason());
            }
        }
        return new TenantRules(version, List.copyOf(rules), List.copyOf(prepared), List.copyOf(examples), zone);
    }

    int version() {
        return version;
    }

    /** Whether they were made of these. */
    boolean areMadeOf(int number, List<TriageRule> rulesNow, List<IgnoreExample> examplesNow) {
        return version == number && source.equals(rulesNow) && examples.equals(examplesNow);
    }

    ZonedDateTime at(Instant now) {
        return now.atZone(zone);
    }

    /** The example that the message is most like; null when it is like none. */
    Resemblance nearest(Reading reading) {
        IgnoreExample nearest = null;
        double best = 0;
        for (IgnoreExample example : examples) {
            double alike = Likeness.of(reading.key(), example.comparedBy(), Math.max(best, LEAST_ALIKE));
            if (alike > best) {
                best = alike;
                nearest = example;
            }
        }
        return nearest == null
                ? null
                : new Resemblance(nearest, BigDecimal.valueOf(best).setScale(3, RoundingMode.HALF_UP));
    }

    /** Asks the rules one after the other; the last one asked decides, or none does. */
    List<RuleCheck> ask(TriageInput input, Reading reading) {
        List<RuleCheck> asked = new ArrayList<>(rules.size());
        for (PreparedRule rule : rules) {
            RuleCheck check = rule.check(input, reading);
            asked.add(check);
            if (check.decides()) {
                break;
            }
        }
        return asked;
    }
}
