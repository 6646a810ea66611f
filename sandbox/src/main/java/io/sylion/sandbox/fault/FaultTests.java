package io.sylion.sandbox.fault;

import io.sylion.sandbox.load.LoadPlan;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs faults against an installation that {@code docker/fault/fault.sh} has prepared. Exit code 0: all passed. */
public final class FaultTests {
    private FaultTests() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> flags = new HashMap<>();
        Set<Fault> chosen = EnumSet.noneOf(Fault.class);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--list")) {
                list();
                return;
            } else if (arguments[i].startsWith("--")) {
                flags.put(arguments[i].substring(2), arguments[++i]);
            } else {
                chosen.add(Fault.of(arguments[i]));
            }
        }
        if (chosen.isEmpty()) {
            chosen = EnumSet.allOf(Fault.class);
        } else if (chosen.stream().anyMatch(fault -> fault.load().ofOneTenant())) {
            chosen.add(Fault.CALM);
        }
        System.exit(run(new FaultGround(flags), chosen) ? 0 : 1);
    }

    private static void list() {
        for (Fault fault : Fault.values()) {
            System.out.printf("  %-22s %s%n", fault.word(), fault.what());
        }
    }

    private static boolean run(FaultGround ground, Set<Fault> chosen) throws IOException, InterruptedException {
        warmUp(ground);
        List<FaultResult> results = new ArrayList<>();
        long usualLatency = 0;
        for (Fault fault : chosen) {
            System.out.println("· " + fault.word() + ": " + fault.what());
            FaultResult result = run(ground, fault, usualLatency);
            if (fault == Fault.CALM) {
                usualLatency = result.latency();
            }
            System.out.println("  " + result.cells().getLast()
                    + (result.recovery() < 0 ? "" : ", recovered after " + result.recovery() + " s"));
            results.add(result);
        }
        System.out.println();
        System.out.print(FaultReport.table(results));
        String name = "faults-"
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(LocalDateTime.now(ZoneOffset.UTC));
        System.out.println("\n· Stored: " + FaultReport.write(ground.results(), name, results));
        return results.stream().allMatch(FaultResult::passed);
    }

    /** A test that breaks counts as a fault that failed; the others still run. */
    private static FaultResult run(FaultGround ground, Fault fault, long usualLatency) throws InterruptedException {
        String lacks = ground.lacks(fault);
        if (lacks != null) {
            return FaultResult.broken(fault, lacks);
        }
        try {
            return new FaultRun(ground, fault, usualLatency).run();
        } catch (IOException e) {
            return FaultResult.broken(
                    fault, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Not measured: the first messages find cold code. */
    private static void warmUp(FaultGround ground) throws IOException, InterruptedException {
        System.out.println("· Warming up");
        ground.usual();
        warmUp(ground, FaultLoad.onceEach());
        warmUp(ground, Fault.FLOOD.load());
    }

    private static void warmUp(FaultGround ground, FaultLoad load) throws IOException, InterruptedException {
        LoadPlan plan = load.plan(ground);
        try (FaultTraffic traffic = new FaultTraffic(ground, plan, false)) {
            traffic.begin();
            while (traffic.isPosting() || traffic.verdict().lost() > 0) {
                traffic.read();
                Thread.sleep(200);
            }
        }
    }
}
