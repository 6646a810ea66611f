package io.sylion.sandbox.fault;

import io.sylion.sandbox.load.LoadPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * What customers write while a fault is on.
 *
 * @param ofOneTenant all of it goes to the first tenant, while customers of the others write as on any day
 * @param together all messages come in one post
 */
record FaultLoad(int messages, int customers, double rate, boolean ofOneTenant, boolean together, List<String> habits) {
    /** Messages a second, of all tenants: less than two busy cores answer. */
    private static final double RATE = 12;

    private static final int MESSAGES = 180;

    /** Customers of the tenants that have no trouble: one message each, until a rush of a thousand is worked off. */
    private static final int OTHERS = 120;

    private static final double RATE_OF_OTHERS = 6;

    /** Each customer writes three times. */
    static FaultLoad usual() {
        return new FaultLoad(MESSAGES, MESSAGES / 3, RATE, false, false, List.of());
    }

    /** Each customer writes once: after a hand-off to a person the AI would say nothing more. */
    static FaultLoad onceEach() {
        return new FaultLoad(MESSAGES, MESSAGES, RATE, false, false, List.of());
    }

    static FaultLoad ofOneTenant(int messages, int customers, double rate) {
        return new FaultLoad(messages, customers, rate, true, false, List.of());
    }

    static FaultLoad inOnePost(int messages, int customers) {
        return new FaultLoad(messages, customers, 0, true, true, List.of());
    }

    FaultLoad with(String... more) {
        List<String> all = new ArrayList<>(habits);
        all.addAll(List.of(more));
        return new FaultLoad(messages, customers, rate, ofOneTenant, together, all);
    }

    LoadPlan plan(FaultGround ground) {
        List<String> flags = new ArrayList<>(habits);
        return plan(ground, flags, ofOneTenant ? ground.firstTenant() : ground.allTenants(), messages, customers, rate);
    }

    /** The load of the tenants that have no trouble. */
    static LoadPlan others(FaultGround ground) {
        return plan(ground, new ArrayList<>(), ground.otherTenants(), OTHERS, OTHERS, RATE_OF_OTHERS);
    }

    private static LoadPlan plan(
            FaultGround ground, List<String> flags, String numbers, int messages, int customers, double rate) {
        flags.addAll(List.of("--base-url", ground.application(), "--webhook-path", ground.webhookPath()));
        flags.addAll(List.of("--app-secret", ground.secret(), "--phone-number-ids", numbers));
        flags.addAll(List.of("--messages", Integer.toString(messages), "--customers", Integer.toString(customers)));
        flags.addAll(List.of("--rate", Double.toString(rate), "--connections", "32", "--attempts", "200"));
        flags.addAll(List.of("--ledger-url", ground.sandbox()));
        return LoadPlan.parse(flags.toArray(String[]::new), messages, false);
    }
}
