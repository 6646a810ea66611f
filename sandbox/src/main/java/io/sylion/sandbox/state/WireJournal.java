package io.sylion.sandbox.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The last exchanges with the application, newest last. */
public final class WireJournal {
    private static final int CAPACITY = 500;
    private static final int LARGEST_BODY = 16 << 10;

    private final ArrayDeque<Line> lines = new ArrayDeque<>(CAPACITY);
    private final AtomicLong sequence = new AtomicLong();
    private final PhoneEvents events;

    public WireJournal(PhoneEvents events) {
        this.events = events;
    }

    /**
     * One exchange. The kind is a word that the page translates; direction is out (to the application), in (from it), ai
     * (a model call), dup or err.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long seq,
            long time,
            String direction,
            String kind,
            String detail,
            String channel,
            int status,
            long millis,
            String error,
            @JsonIgnore byte[] body,
            @JsonIgnore List<String> curl) {

        public boolean replayable() {
            return curl != null;
        }
    }

    public void add(String direction, String kind, String detail, String channel, int status, long millis) {
        add(direction, kind, detail, channel, status, millis, null, null, null);
    }

    public void add(
            String direction,
            String kind,
            String detail,
            String channel,
            int status,
            long millis,
            String error,
            byte[] body,
            List<String> curl) {
        boolean kept = body != null && body.length <= LARGEST_BODY;
        Line line = new Line(
                sequence.incrementAndGet(),
                System.currentTimeMillis(),
                direction,
                kind,
                detail,
                channel,
                status,
                millis,
                error,
                kept ? body : null,
                kept ? curl : null);
        synchronized (lines) {
            if (lines.size() == CAPACITY) {
                lines.pollFirst();
            }
            lines.addLast(line);
        }
        events.publish("journal", line);
    }

    public List<Line> since(long seq) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.seq() > seq).toList();
        }
    }

    public Line find(long seq) {
        synchronized (lines) {
            return lines.stream().filter(line -> line.seq() == seq).findFirst().orElse(null);
        }
    }

    public void clear() {
        synchronized (lines) {
            lines.clear();
        }
        events.publish("journal-cleared", "");
    }
}
