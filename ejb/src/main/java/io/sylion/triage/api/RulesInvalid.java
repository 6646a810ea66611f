package io.sylion.triage.api;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Rules that cannot be saved as they are. */
@ApplicationException(rollback = true)
public class RulesInvalid extends RuntimeException {
    private final transient List<RuleProblem> problems;

    public RulesInvalid(List<RuleProblem> problems) {
        super(problems.size() + " problems, the first " + problems.getFirst().kind());
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
