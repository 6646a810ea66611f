package io.sylion.sandbox.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Figures of a run as a table and as JSON. */
final class LoadReport {
    private final ObjectNode json = WireJson.object();
    private final StringBuilder table = new StringBuilder();

    LoadReport row(String name, String label, double value, String unit) {
        json.put(name, Math.round(value * 1000) / 1000.0);
        table.append(String.format(Locale.ROOT, "%-34s %12s %s%n", label, format(value), unit));
        return this;
    }

    LoadReport word(String name, String label, String value) {
        json.put(name, value);
        table.append(String.format(Locale.ROOT, "%-34s %12s%n", label, value));
        return this;
    }

    LoadReport posts(LoadPosts posts, LoadMessages sent) {
        int[] micros = posts.sortedMicros();
        json.put("id_prefix", sent.prefix());
        row("messages", "messages acknowledged", posts.accepted(), "");
        row("seconds", "time", posts.seconds(), "s");
        row("acknowledged_per_second", "acknowledged per second", posts.accepted() / posts.seconds(), "/s");
        row("ack_p50_ms", "acknowledgement p50", at(micros, .5) / 1000.0, "ms");
        row("ack_p90_ms", "acknowledgement p90", at(micros, .9) / 1000.0, "ms");
        row("ack_p99_ms", "acknowledgement p99", at(micros, .99) / 1000.0, "ms");
        row("ack_max_ms", "acknowledgement longest", at(micros, 1) / 1000.0, "ms");
        row("generator_cpu_seconds", "the generator's own CPU", posts.cpuSeconds(), "s");
        ObjectNode failures = json.putObject("failed_posts");
        for (Map.Entry<String, Integer> each : posts.failures().entrySet()) {
            failures.put(each.getKey(), each.getValue());
            table.append(String.format(
                    Locale.ROOT, "%-34s %12d%n", "posts repeated after " + each.getKey(), each.getValue()));
        }
        return this;
    }

    LoadReport replies(ReplyAudit audit, ReplyAudit.Verdict verdict, long startMillis) {
        double seconds = Math.max(1, audit.lastReply() - startMillis) / 1000.0;
        long[] latencies = audit.sortedLatencies();
        row("replies", "replies", verdict.replies(), "");
        if (verdict.replies() > 0) {
            row("replies_per_second", "replies per second", verdict.replies() / seconds, "/s");
            row(
                    "answered_per_second",
                    "messages answered per second",
                    (verdict.acknowledged() - verdict.lost()) / seconds,
                    "/s");
            row("reply_p50_ms", "message to reply p50", at(latencies, .5), "ms");
            row("reply_p95_ms", "message to reply p95", at(latencies, .95), "ms");
            row("reply_p99_ms", "message to reply p99", at(latencies, .99), "ms");
            row("reply_max_ms", "message to reply longest", at(latencies, 1), "ms");
        }
        row("lost", "lost", verdict.lost(), "");
        row("doubled", "doubled", verdict.doubled(), "");
        row("out_of_order", "out of order", verdict.outOfOrder(), "");
        row("foreign", "foreign", verdict.foreign(), "");
        row("unlinked", "replies that name no message", audit.unlinked(), "");
        json.set(
                "lost_ids",
                WireJson.MAPPER.valueToTree(
                        verdict.lostIds().stream().limit(100).toList()));
        json.set("examples", WireJson.MAPPER.valueToTree(verdict.examples()));
        verdict.lostIds().stream()
                .limit(10)
                .forEach(id -> table.append("  lost ").append(id).append('\n'));
        verdict.examples().forEach(each -> table.append("  ").append(each).append('\n'));
        return this;
    }

    void print(String file) throws IOException {
        System.out.print(table);
        if (file != null) {
            Files.writeString(Path.of(file), json.toPrettyString() + "\n");
        }
    }

    private static double at(int[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    private static String format(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }
}
