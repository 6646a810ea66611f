package io.sylion.decision.domain;

/** What members said of the decisions of one rule, by the reason that its trace gives. */
public record RuleVerdicts(String reason, int right, int wrong) {

    /** Share of right ones, 0 to 100. */
    public int percent() {
        return Math.round(100f * right / (right + wrong));
    }
}
