package io.sylion.sandbox.fault;

/**
 * What goes wrong, for how long, and how it ends.
 *
 * @param prepare done before customers write
 * @param begin done in the middle of their writing
 * @param seconds from the begin to the end
 * @param end the fault's end: from here on the time of recovery counts
 * @param tidy done when all is checked
 */
record Trouble(FaultStep prepare, FaultStep begin, int seconds, FaultStep end, FaultStep tidy) {
    /** The load itself is the fault. */
    static final Trouble NONE = new Trouble(FaultStep.NONE, FaultStep.NONE, 0, FaultStep.NONE, FaultStep.NONE);

    static Trouble lasting(int seconds, FaultStep begin, FaultStep end) {
        return new Trouble(FaultStep.NONE, begin, seconds, end, FaultStep.NONE);
    }

    /** A fault of the stand-ins for providers and models, by their knobs. */
    static Trouble knobs(int seconds, String wrong, String right) {
        return lasting(seconds, FaultStep.knobs(wrong), FaultStep.knobs(right));
    }

    Trouble preparedBy(FaultStep first) {
        return new Trouble(first, begin, seconds, end, tidy);
    }

    Trouble tidiedBy(FaultStep last) {
        return new Trouble(prepare, begin, seconds, end, last);
    }
}
