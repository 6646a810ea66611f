package io.sylion.sandbox.fault;

import io.sylion.sandbox.http.HttpAnswer;
import io.sylion.sandbox.http.HttpLoop;
import io.sylion.sandbox.load.LoadMessages;
import io.sylion.sandbox.load.LoadPlan;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** All messages of a run in one post, repeated until it is acknowledged. */
final class OnePost implements Posting {
    private static final int ATTEMPTS = 30;

    private final int messages;
    private final byte[] post;
    private final HttpLoop loop;
    private final Map<String, Integer> failures = new TreeMap<>();
    private volatile long sent;
    private volatile long acknowledged;

    OnePost(LoadPlan plan, LoadMessages messages) {
        this.messages = plan.messages();
        post = messages.postAll();
        loop = new HttpLoop(plan.base(), 1, Duration.ofSeconds(15));
    }

    @Override
    public void run() throws InterruptedException {
        sent = System.currentTimeMillis();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
            loop.send(post, answer::complete);
            HttpAnswer told = answer.join();
            if (told.accepted()) {
                acknowledged = System.currentTimeMillis();
                return;
            }
            failures.merge("HTTP " + told.status(), 1, Integer::sum);
            Thread.sleep(1000);
        }
        acknowledged = -1;
    }

    @Override
    public int accepted() {
        return acknowledged > 0 ? messages : 0;
    }

    @Override
    public Map<String, Integer> failures() {
        return failures;
    }

    @Override
    public long acknowledged(int customer, int number) {
        return acknowledged;
    }

    @Override
    public long sent(int customer, int number) {
        return sent;
    }

    @Override
    public void answered(int customer, int number) {}

    @Override
    public void close() {
        loop.close();
    }
}
