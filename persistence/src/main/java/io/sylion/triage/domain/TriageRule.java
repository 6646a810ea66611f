package io.sylion.triage.domain;

import io.sylion.conversation.domain.Triage;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/**
 * A tenant's rule: what is done with a message in which one of its words or patterns is found, if all of its conditions hold. One
 * without words and patterns decides by its conditions alone.
 *
 * @param keywords found whatever their case, accents and endings; several words must stand together
 * @param patterns regular expressions (RE2), on the text without accents
 * @param minimumConfidence a finding that is less sure does not decide, 0 to 1
 * @param channels where it holds; empty everywhere
 * @param languages "fr", "en"; empty for any
 * @param hours when it holds; null always
 */
public record TriageRule(
        UUID id,
        String name,
        boolean enabled,
        Triage decision,
        List<String> keywords,
        List<String> patterns,
        BigDecimal minimumConfidence,
        List<UUID> channels,
        List<String> languages,
        RuleHours hours)
        implements Serializable {
    public static final BigDecimal USUAL_CONFIDENCE = new BigDecimal("0.60");

    public TriageRule {
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        patterns = patterns == null ? List.of() : List.copyOf(patterns);
        minimumConfidence = minimumConfidence == null
                ? USUAL_CONFIDENCE
                : minimumConfidence.setScale(USUAL_CONFIDENCE.scale(), RoundingMode.HALF_UP);
        channels = channels == null ? List.of() : List.copyOf(channels);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** Whether it looks at what the message says. */
    public boolean readsWords() {
        return !keywords.isEmpty() || !patterns.isEmpty();
    }

    public boolean hasConditions() {
        return !channels.isEmpty() || !languages.isEmpty() || hours != null;
    }

    public TriageRule withId(UUID other) {
        return new TriageRule(
                other, name, enabled, decision, keywords, patterns, minimumConfidence, channels, languages, hours);
    }

    public TriageRule withEnabled(boolean on) {
        return new TriageRule(
                id, name, on, decision, keywords, patterns, minimumConfidence, channels, languages, hours);
    }
}
