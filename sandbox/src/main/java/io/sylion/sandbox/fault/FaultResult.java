package io.sylion.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the ledgers say after a fault. Figures that a fault has not are negative.
 *
 * @param recovery seconds from the fault's end until the last message from before it was settled
 * @param latency 95th percentile of the other tenants, in milliseconds
 * @param ratio that, compared with a day without trouble
 */
record FaultResult(
        Fault fault,
        int messages,
        int acknowledged,
        int refused,
        int lost,
        int storedTwice,
        int answeredTwice,
        int unknown,
        int person,
        int outOfOrder,
        int foreign,
        double recovery,
        long latency,
        double ratio,
        String broken) {
    static final double LONGEST_RECOVERY = 30;
    static final double LARGEST_RATIO = 2;

    static final List<String> HEADS = List.of(
            "fault",
            "messages",
            "refused",
            "lost",
            "stored twice",
            "answered twice",
            "delivery unknown",
            "to a person",
            "out of order",
            "foreign",
            "recovery s",
            "others' p95 ms",
            "times usual",
            "result");

    /** The fault could not be tried, or broke the test itself. */
    static FaultResult broken(Fault fault, String why) {
        return new FaultResult(fault, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, why);
    }

    /** What must not be; empty when all is well. */
    List<String> complaints() {
        List<String> found = new ArrayList<>();
        if (broken != null) {
            found.add(broken);
            return found;
        }
        add(found, acknowledged < messages, (messages - acknowledged) + " never acknowledged");
        add(found, lost > 0, lost + " lost");
        add(found, storedTwice > 0, storedTwice + " stored twice");
        add(found, answeredTwice > 0, answeredTwice + " answered twice");
        add(found, foreign > 0, foreign + " foreign");
        add(found, outOfOrder > 0 && !fault.allows(Allowance.DISORDER), outOfOrder + " out of order");
        boolean mayBeUnknown = fault.allows(Allowance.UNKNOWN) || fault.allows(Allowance.UNKNOWN_NEEDED);
        add(found, unknown > 0 && !mayBeUnknown, unknown + " of unknown delivery");
        add(found, unknown == 0 && fault.allows(Allowance.UNKNOWN_NEEDED), "no delivery became unknown");
        add(found, person > 0 && !fault.allows(Allowance.PERSON), person + " left to a person");
        add(found, refused == 0 && fault.allows(Allowance.REFUSED_NEEDED), "no webhook was refused");
        add(found, recovery > LONGEST_RECOVERY, "recovered too late");
        add(found, ratio > LARGEST_RATIO, "others too slow");
        return found;
    }

    private static void add(List<String> found, boolean wrong, String what) {
        if (wrong) {
            found.add(what);
        }
    }

    boolean passed() {
        return complaints().isEmpty();
    }

    /** As {@link #HEADS} names them. */
    List<String> cells() {
        if (broken != null) {
            return List.of(fault.word(), "", "", "", "", "", "", "", "", "", "", "", "", "FAILED: " + broken);
        }
        return List.of(
                fault.word(),
                Integer.toString(messages),
                Integer.toString(refused),
                Integer.toString(lost),
                Integer.toString(storedTwice),
                Integer.toString(answeredTwice),
                Integer.toString(unknown),
                Integer.toString(person),
                Integer.toString(outOfOrder),
                Integer.toString(foreign),
                recovery < 0 ? "" : String.format(Locale.ROOT, "%.1f", recovery),
                latency < 0 ? "" : Long.toString(latency),
                ratio < 0 ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                passed() ? "passed" : "FAILED: " + String.join(", ", complaints()));
    }
}
