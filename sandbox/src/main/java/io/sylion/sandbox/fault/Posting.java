package io.sylion.sandbox.fault;

import io.sylion.sandbox.load.LoadMessages;
import io.sylion.sandbox.load.LoadPlan;
import io.sylion.sandbox.load.LoadPosts;
import io.sylion.sandbox.load.LoadProgress;
import java.io.IOException;
import java.util.Map;

/** The messages of a run on their way to the application, which repeats what is not acknowledged. */
interface Posting extends LoadProgress, AutoCloseable {
    /** Returns when each message was acknowledged or given up. */
    void run() throws IOException, InterruptedException;

    int accepted();

    /** How often posts were refused or failed, by reason. */
    Map<String, Integer> failures();

    @Override
    void close();

    /** As the load generator does it: one message a post. */
    static Posting single(LoadPlan plan, LoadMessages messages) {
        LoadPosts posts = new LoadPosts(plan, messages);
        return new Posting() {
            @Override
            public void run() throws IOException, InterruptedException {
                posts.run(() -> true);
            }

            @Override
            public int accepted() {
                return posts.accepted();
            }

            @Override
            public Map<String, Integer> failures() {
                return posts.failures();
            }

            @Override
            public long acknowledged(int customer, int number) {
                return posts.acknowledged(customer, number);
            }

            @Override
            public long sent(int customer, int number) {
                return posts.sent(customer, number);
            }

            @Override
            public void answered(int customer, int number) {
                posts.answered(customer, number);
            }

            @Override
            public void close() {
                posts.close();
            }
        };
    }
}
