package io.sylion.sandbox.load;

import java.io.IOException;
import java.util.List;

/** Posts webhooks at any application of this dialect and checks the replies in the sandbox's ledger. */
public final class LoadGenerator {
    private LoadGenerator() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(LoadPlan.USAGE);
            return;
        }
        LoadPlan plan;
        try {
            plan = LoadPlan.parse(arguments, 1000, false);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + LoadPlan.USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(plan) ? 0 : 1);
    }

    static boolean run(LoadPlan plan) throws IOException, InterruptedException {
        if (plan.warmUp() > 0) {
            LoadPlan warming = plan.warming();
            try (LoadPosts posts = new LoadPosts(warming, new LoadMessages(warming))) {
                posts.run(() -> true);
            }
        }
        LoadMessages messages = new LoadMessages(plan);
        ReplyAudit audit = plan.ledger() == null ? null : new ReplyAudit(plan, messages);
        if (audit != null) {
            audit.prepare();
        }
        long start = System.currentTimeMillis();
        LoadReport report = new LoadReport();
        boolean clean;
        try (LoadPosts posts = new LoadPosts(plan, messages)) {
            posts.run(plan.pattern() == LoadPlan.Pattern.AFTER_REPLY ? patience(plan, audit, posts) : () -> true);
            report.posts(posts, messages);
            clean = posts.accepted() == plan.messages();
            if (audit != null) {
                ReplyAudit.Verdict verdict = await(plan, audit, posts);
                report.replies(audit, verdict, start);
                clean &= verdict.clean();
            }
        }
        report.word("verdict", "verdict", clean ? "clean" : "NOT CLEAN").print(plan.json());
        return clean;
    }

    /** Reads replies while messages wait for them, and gives up when neither replies nor acknowledgements come. */
    private static LoadPosts.Watch patience(LoadPlan plan, ReplyAudit audit, LoadPosts posts) {
        long[] quiet = {System.currentTimeMillis()};
        int[] finished = {0};
        return () -> {
            long now = System.currentTimeMillis();
            if (audit.read(posts) || posts.finished() > finished[0]) {
                finished[0] = posts.finished();
                quiet[0] = now;
            }
            return now - quiet[0] <= plan.patience() * 1000L;
        };
    }

    /** Reads replies until none is missing or nothing has come for the plan's time; then once more for doubles. */
    static ReplyAudit.Verdict await(LoadPlan plan, ReplyAudit audit, LoadPosts posts)
            throws IOException, InterruptedException {
        long quiet = System.currentTimeMillis();
        while (true) {
            if (audit.read(posts)) {
                quiet = System.currentTimeMillis();
            }
            ReplyAudit.Verdict verdict = audit.verdict(posts);
            if (verdict.lost() == 0 || System.currentTimeMillis() - quiet > plan.patience() * 1000L) {
                Thread.sleep(2000);
                audit.read(posts);
                return audit.verdict(posts);
            }
            Thread.sleep(250);
        }
    }
}
