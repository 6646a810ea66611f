package io.sylion.decision.domain;

/** What a member says of a decision. */
public enum Verdict {
    RIGHT,
    WRONG
}
