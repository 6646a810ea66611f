package io.sylion.knowledge.api;

import io.sylion.knowledge.domain.DocumentProblem;
import jakarta.ejb.ApplicationException;

/** A document cannot be indexed as it is; trying again would not help. */
@ApplicationException(rollback = true)
public class UnreadableDocument extends RuntimeException {
    private final DocumentProblem problem;

    public UnreadableDocument(DocumentProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public DocumentProblem problem() {
        return problem;
    }
}
