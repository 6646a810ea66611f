package io.sylion.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.state.Knobs;
import io.sylion.sandbox.state.PhoneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports what becomes of a message: sent, delivered, read, each after the previous one was taken, or in disorder. */
public final class StatusSender {
    private final Knobs knobs;
    private final WebhookSender webhooks;
    private final ScheduledExecutorService timer;

    public StatusSender(Knobs knobs, WebhookSender webhooks, ScheduledExecutorService timer) {
        this.knobs = knobs;
        this.webhooks = webhooks;
        this.timer = timer;
    }

    /** An accepted message; who is its recipient's number or user id. */
    record Sent(PhoneLine line, String id, String who, boolean userId, String opaque, String category) {}

    /** Reports all of it; seen hears each status when the application has taken it. */
    void report(Sent sent, GraphError failure, boolean skipSent, Consumer<String> seen) {
        if (knobs.statuses.equals("none")) {
            return;
        }
        List<String> due = new ArrayList<>();
        if (failure != null) {
            due.add("failed");
        } else {
            if (!skipSent) {
                due.add("sent");
            }
            due.add("delivered");
            if (knobs.readReceipts) {
                due.add("read");
            }
        }
        long now = System.currentTimeMillis() / 1000;
        if (knobs.statuses.equals("disordered") && due.size() > 1) {
            int step = knobs.disorderMillis / due.size();
            for (int i = 0; i < due.size(); i++) {
                String status = due.get(due.size() - 1 - i);
                timer.schedule(
                        () -> send(sent, status, null, now, ok -> seen.accept(status)),
                        (long) step * i,
                        TimeUnit.MILLISECONDS);
            }
            return;
        }
        next(sent, failure, due, 0, seen);
    }

    private void next(Sent sent, GraphError failure, List<String> due, int at, Consumer<String> seen) {
        if (at == due.size()) {
            return;
        }
        int pause = due.get(at).equals("read") ? knobs.statusDelayMillis * 3 : knobs.statusDelayMillis;
        timer.schedule(
                () -> send(sent, due.get(at), failure, System.currentTimeMillis() / 1000, ok -> {
                    seen.accept(due.get(at));
                    next(sent, failure, due, at + 1, seen);
                }),
                pause,
                TimeUnit.MILLISECONDS);
    }

    /** Sends the one status "sent" at once. */
    void sent(Sent sent, Consumer<Boolean> done) {
        send(sent, "sent", null, System.currentTimeMillis() / 1000, done);
    }

    private void send(Sent sent, String status, GraphError failure, long time, Consumer<Boolean> done) {
        ObjectNode value = WebhookSender.value(sent.line());
        ObjectNode node = value.putArray("statuses").addObject();
        node.put("id", sent.id()).put("status", status).put("timestamp", Long.toString(time));
        node.put(sent.userId() ? "recipient_user_id" : "recipient_id", sent.who());
        if (sent.opaque() != null) {
            node.put("biz_opaque_callback_data", sent.opaque());
        }
        if (status.equals("failed")) {
            node.putArray("errors").add(failure.inStatus());
        } else if (!status.equals("read")) {
            ObjectNode conversation = node.putObject("conversation");
            conversation.put("id", Integer.toHexString((sent.line().id() + sent.who()).hashCode()));
            if (status.equals("sent")) {
                conversation.put("expiration_timestamp", Long.toString(time + 86_400));
            }
            conversation.putObject("origin").put("type", sent.category());
            ObjectNode pricing = node.putObject("pricing");
            boolean free = sent.category().equals("service");
            pricing.put("billable", !free).put("pricing_model", "PMP").put("category", sent.category());
            pricing.put("type", free ? "free_customer_service" : "regular");
        }
        webhooks.send(sent.line(), value, "status-" + status, sent.id(), done);
    }
}
