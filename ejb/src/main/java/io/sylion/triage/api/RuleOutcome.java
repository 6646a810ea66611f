package io.sylion.triage.api;

/** What came of asking a rule. */
public enum RuleOutcome {
    DECIDES,
    SWITCHED_OFF,
    OTHER_CHANNEL,
    OTHER_LANGUAGE,
    OUT_OF_HOURS,
    NOTHING_FOUND,
    TOO_UNSURE
}
