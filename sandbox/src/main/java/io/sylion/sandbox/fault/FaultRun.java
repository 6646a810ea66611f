package io.sylion.sandbox.fault;

import io.sylion.sandbox.load.ReplyAudit;
import java.io.IOException;
import java.util.Set;

/** One fault: load, trouble in the middle, its end, then both ledgers are compared with what was acknowledged. */
final class FaultRun {
    /** Nothing has come for so long: nothing more will. */
    private static final long LONGEST_SILENCE = 60_000;

    /** Whatever comes: so late it is of no use to the result. */
    private static final long LONGEST_WAIT = 120_000;

    private static final long LONGEST_START = 30_000;

    private final FaultGround ground;
    private final Fault fault;
    private final long usualLatency;
    private long endedAt;

    /** @param usualLatency of tenants without trouble, or 0 when it is to be found out */
    FaultRun(FaultGround ground, Fault fault, long usualLatency) {
        this.ground = ground;
        this.fault = fault;
        this.usualLatency = usualLatency;
    }

    FaultResult run() throws IOException, InterruptedException {
        ground.usual();
        ground.ensureReady();
        try {
            fault.trouble().prepare().take(ground);
            return load();
        } finally {
            ground.usual();
            fault.trouble().tidy().take(ground);
        }
    }

    private FaultResult load() throws IOException, InterruptedException {
        try (FaultTraffic others =
                        fault.load().ofOneTenant() ? new FaultTraffic(ground, FaultLoad.others(ground), false) : null;
                FaultTraffic traffic = new FaultTraffic(
                        ground, fault.load().plan(ground), fault.load().together())) {
            if (others != null) {
                others.begin();
                Thread.sleep(1000);
            }
            traffic.begin();
            trouble(traffic);
            settle(traffic);
            if (others != null) {
                settle(others);
            }
            return result(traffic, others);
        }
    }

    private void trouble(FaultTraffic traffic) throws IOException, InterruptedException {
        Trouble trouble = fault.trouble();
        if (trouble == Trouble.NONE) {
            while (traffic.isPosting()) {
                traffic.read();
                Thread.sleep(50);
            }
        } else {
            long start = System.currentTimeMillis();
            while (traffic.accepted() < traffic.messages() / 4) {
                if (System.currentTimeMillis() - start > LONGEST_START) {
                    throw new IOException("nothing is acknowledged: " + traffic.failures());
                }
                Thread.sleep(5);
            }
            trouble.begin().take(ground);
            Thread.sleep(trouble.seconds() * 1000L);
        }
        endedAt = System.currentTimeMillis();
        trouble.end().take(ground);
    }

    /** Reads replies until nothing is owed or nothing comes any more; then a moment longer, for what comes twice. */
    private void settle(FaultTraffic traffic) throws IOException, InterruptedException {
        boolean person = fault.allows(Allowance.PERSON);
        long start = System.currentTimeMillis();
        long quiet = start;
        int owed = Integer.MAX_VALUE;
        while (System.currentTimeMillis() - quiet < LONGEST_SILENCE
                && System.currentTimeMillis() - start < LONGEST_WAIT) {
            boolean news = traffic.read() || traffic.isPosting();
            if (!traffic.isPosting()) {
                traffic.look();
                Set<String> unsettled = traffic.unsettled(person);
                if (unsettled.isEmpty()) {
                    break;
                }
                news |= unsettled.size() < owed;
                owed = unsettled.size();
            }
            if (news) {
                quiet = System.currentTimeMillis();
            }
            Thread.sleep(1000);
        }
        Thread.sleep(2000);
        traffic.read();
        traffic.look();
    }

    private FaultResult result(FaultTraffic traffic, FaultTraffic others) throws IOException, InterruptedException {
        boolean person = fault.allows(Allowance.PERSON);
        ReplyAudit.Verdict verdict = traffic.verdict();
        verdict.examples().forEach(each -> System.out.println("    " + each));
        Set<String> lost = traffic.unsettled(person);
        lost.stream().limit(10).forEach(each -> System.out.println("    not settled " + each));
        if (!traffic.failures().isEmpty()) {
            System.out.println("    posts repeated after " + traffic.failures());
        }
        int lostOfOthers = 0;
        int wrongOfOthers = 0;
        long latency = -1;
        if (others != null) {
            lostOfOthers = others.unsettled(false).size() + others.messages() - others.accepted();
            wrongOfOthers = others.verdict().foreign() + others.unlinked();
            latency = others.latency();
        }
        long settledAt = traffic.settledAt(endedAt);
        return new FaultResult(
                fault,
                traffic.messages(),
                traffic.accepted(),
                traffic.failures().getOrDefault("HTTP 503", 0),
                lost.size() + lostOfOthers,
                traffic.storedTwice(),
                traffic.answeredTwice() + (others == null ? 0 : others.answeredTwice()),
                traffic.unknown(),
                traffic.leftToPerson(),
                verdict.outOfOrder() + traffic.misplaced(),
                verdict.foreign() + traffic.unlinked() + wrongOfOthers,
                Math.max(0, settledAt - endedAt) / 1000.0,
                latency,
                latency < 0 || usualLatency == 0 ? -1 : (double) latency / usualLatency,
                null);
    }
}
