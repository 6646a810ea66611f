package io.sylion.triage.api;

/** What came of adding an ignore example. */
public enum ExampleOutcome {
    ADDED,
    KNOWN,
    NOTHING_SAID,
    TOO_LONG,
    TOO_MANY;

    /** Whether messages like it get no answer from now on. */
    public boolean holds() {
        return this == ADDED || this == KNOWN;
    }
}
