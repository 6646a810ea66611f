package io.sylion.sandbox.fault;

import io.sylion.sandbox.load.LoadMessages;
import io.sylion.sandbox.load.LoadPlan;
import io.sylion.sandbox.load.ReplyAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One load: its posts, its replies at the provider, and what the database says of its messages. */
final class FaultTraffic implements AutoCloseable {
    private static final String STORED = """
            SELECT asked.provider_message_id, count(DISTINCT asked.id),
                count(reply.id) FILTER (WHERE reply.state NOT IN ('FAILED', 'WITHHELD')),
                count(reply.id) FILTER (WHERE reply.state = 'UNKNOWN'),
                coalesce(extract(epoch FROM max(reply.state_at) FILTER (WHERE reply.state = 'UNKNOWN')) * 1000, 0)::bigint,
                coalesce(max(decision.outcome), '')
            FROM conversation_message asked
                LEFT JOIN conversation_message reply ON reply.answers_id = asked.id
                LEFT JOIN decision_record decision ON decision.message_id = asked.id
            WHERE asked.author = 'CUSTOMER' AND asked.provider_message_id LIKE '%s%%'
            GROUP BY asked.provider_message_id""";

    /** Messages that stand in the thread before one that the customer wrote earlier. */
    private static final String MISPLACED = """
            SELECT count(*) FROM (
                SELECT split_part(provider_message_id, 'x', 3)::int AS number,
                    row_number() OVER (PARTITION BY conversation_id ORDER BY occurred_at, id) - 1 AS place
                FROM conversation_message WHERE author = 'CUSTOMER' AND provider_message_id LIKE '%s%%') AS thread
            WHERE number <> place""";

    private final FaultGround ground;
    private final LoadPlan plan;
    private final LoadMessages messages;
    private final ReplyAudit audit;
    private final Posting posts;
    private Map<String, Stored> stored = new HashMap<>();
    private Thread sender;

    /**
     * A customer's message as the database has it.
     *
     * @param unknown replies whose delivery is shown as unknown
     * @param unknownAt since when
     */
    private record Stored(int times, int replies, int unknown, long unknownAt, String outcome) {
        boolean leftToPerson() {
            return replies == 0 && (outcome.equals("ESCALATED") || outcome.equals("WITHHELD"));
        }
    }

    FaultTraffic(FaultGround ground, LoadPlan plan, boolean together) throws IOException, InterruptedException {
        this.ground = ground;
        this.plan = plan;
        messages = new LoadMessages(plan);
        audit = new ReplyAudit(plan, messages);
        audit.prepare();
        posts = together ? new OnePost(plan, messages) : Posting.single(plan, messages);
    }

    void begin() {
        sender = Thread.ofPlatform().daemon().name("fault-posts").start(() -> {
            try {
                posts.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    boolean isPosting() {
        return sender.isAlive();
    }

    int accepted() {
        return posts.accepted();
    }

    int messages() {
        return plan.messages();
    }

    Map<String, Integer> failures() {
        return posts.failures();
    }

    /** Reads new replies; true when there were some. */
    boolean read() throws IOException, InterruptedException {
        return audit.read(posts);
    }

    ReplyAudit.Verdict verdict() {
        return audit.verdict(posts);
    }

    /** Asks the database. */
    void look() throws IOException, InterruptedException {
        Map<String, Stored> found = new HashMap<>();
        for (String line : ground.sql(STORED.formatted(messages.prefix())).split("\n")) {
            String[] values = line.split("\t", -1);
            if (values.length == 6) {
                found.put(
                        values[0],
                        new Stored(
                                Integer.parseInt(values[1]),
                                Integer.parseInt(values[2]),
                                Integer.parseInt(values[3]),
                                Long.parseLong(values[4]),
                                values[5]));
            }
        }
        stored = found;
    }

    int misplaced() throws IOException, InterruptedException {
        return Integer.parseInt(
                ground.sql(MISPLACED.formatted(messages.prefix())).strip());
    }

    /** Acknowledged messages that are not stored, or have neither a reply nor a state that is shown. */
    Set<String> unsettled(boolean personAllowed) {
        Set<String> ids = new HashSet<>(verdict().lostIds());
        ids.removeIf(id -> isUnknown(id) || personAllowed && isLeftToPerson(id));
        forEach((customer, number, id) -> {
            if (posts.acknowledged(customer, number) > 0 && !stored.containsKey(id)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private boolean isLeftToPerson(String id) {
        return stored.containsKey(id) && stored.get(id).leftToPerson();
    }

    /** A reply of unknown delivery to this message or a later one of the customer's. */
    private boolean isUnknown(String id) {
        return unknownAt(id) > 0;
    }

    private long unknownAt(String id) {
        int[] message = messages.parse(id);
        for (int number = message[1]; number < plan.ofCustomer(message[0]); number++) {
            Stored known = stored.get(messages.id(message[0], number));
            if (known != null && known.unknown() > 0) {
                return known.unknownAt();
            }
        }
        return 0;
    }

    int storedTwice() {
        return (int) stored.values().stream().filter(each -> each.times() > 1).count();
    }

    /** Replies more than one, at the provider or in the thread. */
    int answeredTwice() {
        int written = (int)
                stored.values().stream().filter(each -> each.replies() > 1).count();
        return Math.max(written, verdict().doubled());
    }

    int unknown() {
        return stored.values().stream().mapToInt(Stored::unknown).sum();
    }

    int leftToPerson() {
        return (int) verdict().lostIds().stream().filter(this::isLeftToPerson).count();
    }

    int unlinked() {
        return audit.unlinked();
    }

    /** When the last message that was posted before then was settled; 0 when there was none. */
    long settledAt(long before) {
        long[] last = {0};
        forEach((customer, number, id) -> {
            long sent = posts.sent(customer, number);
            if (sent > 0 && sent < before) {
                long replied = audit.repliedAt(customer, number);
                last[0] = Math.max(last[0], replied > 0 ? replied : unknownAt(id));
            }
        });
        return last[0];
    }

    /** 95th percentile from a message's post to its reply, in milliseconds. */
    long latency() {
        long[] sorted = audit.sortedLatencies();
        return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.95)];
    }

    private interface Each {
        void see(int customer, int number, String id);
    }

    private void forEach(Each each) {
        for (int customer = 0; customer < plan.customers(); customer++) {
            for (int number = 0; number < plan.ofCustomer(customer); number++) {
                each.see(customer, number, messages.id(customer, number));
            }
        }
    }

    @Override
    public void close() {
        posts.close();
    }
}
