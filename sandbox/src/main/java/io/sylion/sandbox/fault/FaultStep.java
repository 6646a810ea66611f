package io.sylion.sandbox.fault;

import java.io.IOException;

/** Something that is done to the installation. */
@FunctionalInterface
interface FaultStep {
    FaultStep NONE = ground -> {};

    void take(FaultGround ground) throws IOException, InterruptedException;

    /** This, then that. */
    default FaultStep then(FaultStep next) {
        return ground -> {
            take(ground);
            next.take(ground);
        };
    }

    static FaultStep sylion(String... words) {
        return ground -> ground.sylion(words);
    }

    static FaultStep knobs(String json) {
        return ground -> ground.knobs(json);
    }

    static FaultStep sql(String statements) {
        return ground -> ground.sql(statements);
    }

    static FaultStep manage(String... commands) {
        return ground -> ground.manage(commands);
    }
}
