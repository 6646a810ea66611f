package io.sylion.decision.domain;

/** How a decision ended: PENDING while its reply is being made. */
public enum DecisionOutcome {
    PENDING,
    REPLIED,
    ESCALATED,
    IGNORED,
    SUPERSEDED,
    WITHHELD
}
