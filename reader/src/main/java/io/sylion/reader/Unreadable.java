package io.sylion.reader;

/** The file cannot be read, and no further attempt would help. */
class Unreadable extends RuntimeException {
    private final Problem problem;

    Unreadable(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    Unreadable(Problem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
