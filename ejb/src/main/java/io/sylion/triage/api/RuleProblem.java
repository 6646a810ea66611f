package io.sylion.triage.api;

import java.io.Serializable;

/**
 * What is wrong with a rule, or with a file of rules.
 *
 * @param position of the rule, from 1; 0 when it is about the whole
 * @param rule its name, null when it has none
 * @param part what is to blame: a word, a pattern, a field; null when the kind says it all
 */
public record RuleProblem(int position, String rule, Kind kind, String part) implements Serializable {
    /** Kinds of problems; pages have words for each. */
    public enum Kind {
        NOT_JSON,
        NOT_RULES,
        BAD_FIELD,
        TOO_LONG,
        TOO_MANY_RULES,
        NAME_MISSING,
        NAME_LONG,
        DECISION_MISSING,
        DECIDES_ALWAYS,
        KEYWORD_EMPTY,
        KEYWORD_LONG,
        TOO_MANY_WORDS,
        PATTERN_NOT_UNDERSTOOD,
        PATTERN_TOO_LARGE,
        PATTERN_MATCHES_NOTHING_SAID,
        CONFIDENCE_OUT_OF_RANGE,
        LANGUAGE_UNKNOWN,
        CHANNEL_UNKNOWN,
        HOURS_INCOMPLETE
    }

    public static RuleProblem ofAll(Kind kind, String part) {
        return new RuleProblem(0, null, kind, part);
    }
}
