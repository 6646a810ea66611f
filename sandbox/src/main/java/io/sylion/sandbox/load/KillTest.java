package io.sylion.sandbox.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Kills the server in the middle of a run, starts it again and checks that every acknowledged message was answered
 * exactly once. Posts that were not acknowledged are repeated, as a provider does. Exit code 0: nothing lost, nothing
 * twice.
 */
public final class KillTest {
    private static final long LONGEST_SILENCE = 60_000;

    private static final String USAGE = """
            --kill-command COMMAND    kills the server, e.g. "kill -9 $(cat server.pid)"
            --start-command COMMAND   starts it again and returns
            --kill-after N            number of acknowledged messages, default half of all
            --down SECONDS            between kill and start, default 1
            --in-doubt-command C      prints ids of messages whose reply the application calls in doubt, one a line;
                                      they are listed apart and not counted as lost
            """;

    private KillTest() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(LoadPlan.USAGE + USAGE);
            return;
        }
        LoadPlan plan;
        try {
            plan = LoadPlan.parse(arguments, 500, true);
            if (plan.other("kill-command", null) == null
                    || plan.other("start-command", null) == null
                    || plan.ledger() == null) {
                throw new IllegalArgumentException("--kill-command, --start-command and --ledger-url are needed");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + LoadPlan.USAGE + USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(plan) ? 0 : 1);
    }

    static boolean run(LoadPlan plan) throws IOException, InterruptedException {
        int killAfter = Integer.parseInt(plan.other("kill-after", Integer.toString(plan.messages() / 2)));
        LoadMessages messages = new LoadMessages(plan);
        ReplyAudit audit = new ReplyAudit(plan, messages);
        audit.prepare();
        long start = System.currentTimeMillis();
        LoadReport report = new LoadReport();
        boolean clean;
        try (LoadPosts posts = new LoadPosts(plan, messages)) {
            Thread sender = Thread.ofPlatform().daemon().name("kill-test-posts").start(() -> {
                try {
                    posts.run(() -> true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (posts.accepted() < killAfter && sender.isAlive()) {
                Thread.sleep(5);
                if (posts.accepted() == 0 && System.currentTimeMillis() - start > LONGEST_SILENCE) {
                    System.err.println("Nothing is acknowledged: " + posts.failures());
                    return false;
                }
            }
            int before = posts.accepted();
            System.out.println("Killing the server after " + before + " acknowledged messages");
            shell(plan.other("kill-command", ""), false);
            TimeUnit.MILLISECONDS.sleep((long) (Double.parseDouble(plan.other("down", "1")) * 1000));
            audit.read(posts);
            int answered = audit.replies();
            long restart = System.currentTimeMillis();
            shell(plan.other("start-command", ""), false);
            System.out.println("Server started again in " + (System.currentTimeMillis() - restart) / 1000.0 + " s");
            sender.join();
            ReplyAudit.Verdict verdict = LoadGenerator.await(plan, audit, posts);
            Set<String> doubted = inDoubt(plan, verdict);
            report.row("acknowledged_before_kill", "acknowledged before the kill", before, "")
                    .row("answered_before_kill", "answered before the kill", answered, "")
                    .posts(posts, messages)
                    .replies(audit, verdict, start)
                    .row("in_doubt", "of the lost, shown as in doubt", doubted.size(), "");
            doubted.forEach(id -> System.out.println("  in doubt " + id));
            clean = posts.accepted() == plan.messages()
                    && verdict.lost() == doubted.size()
                    && verdict.doubled() == 0
                    && verdict.foreign() == 0
                    && verdict.outOfOrder() == 0;
        }
        report.word("verdict", "verdict", clean ? "clean" : "NOT CLEAN").print(plan.json());
        return clean;
    }

    private static Set<String> inDoubt(LoadPlan plan, ReplyAudit.Verdict verdict)
            throws IOException, InterruptedException {
        Set<String> doubted = new LinkedHashSet<>(verdict.lostIds());
        String command = plan.other("in-doubt-command", null);
        if (command == null || doubted.isEmpty()) {
            return Set.of();
        }
        doubted.retainAll(Set.copyOf(
                shell(command, true).lines().map(String::strip).distinct().toList()));
        return doubted;
    }

    private static String shell(String command, boolean read) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        if (!read) {
            builder.inheritIO();
        }
        Process process = builder.start();
        String output = read ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
        int code = process.waitFor();
        if (code != 0) {
            System.err.println("Exit code " + code + ": " + command);
        }
        return output;
    }
}
