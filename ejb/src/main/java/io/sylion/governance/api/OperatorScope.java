package io.sylion.governance.api;

import java.util.concurrent.Callable;

/** Marks a thread that works for the installation's operator; bound by the entrance that knows who is signed in. */
public final class OperatorScope {
    private static final ThreadLocal<String> BOUND = new ThreadLocal<>();

    private OperatorScope() {}

    /** @throws NotOperator when this thread does not work for the operator */
    public static String check() {
        String name = BOUND.get();
        if (name == null) {
            throw new NotOperator();
        }
        return name;
    }

    public static boolean isBound() {
        return BOUND.get() != null;
    }

    /** Runs the work as this operator. */
    public static <T> T call(String name, Callable<T> work) throws Exception {
        BOUND.set(name);
        try {
            return work.call();
        } finally {
            BOUND.remove();
        }
    }
}
