package io.sylion.reader;

/** The file cannot be read, and no further attempt would help. */
class Unreadable extends RuntimeException {
    private final ReadingProblem problem;

    Unreadable(ReadingProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    Unreadable(ReadingProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    ReadingProblem problem() {
        return problem;
    }
}
