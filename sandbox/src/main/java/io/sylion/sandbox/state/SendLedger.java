package io.sylion.sandbox.state;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * Every message that was accepted from the application, in order of acceptance, and counters of everything else. The
 * oldest entries leave when the capacity is reached; the counters keep counting.
 */
public final class SendLedger {
    private static final int LONGEST_TEXT = 500;

    private final int capacity;
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private Entry[] ring = new Entry[1024];
    private long first = 1;
    private long next = 1;

    public SendLedger(int capacity) {
        this.capacity = capacity;
    }

    /** One accepted message; time in milliseconds since 1970. */
    public record Entry(
            long seq,
            long time,
            String channel,
            String to,
            String id,
            String opaque,
            String context,
            String type,
            String text) {

        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeNumberField("seq", seq);
            json.writeNumberField("time", time);
            json.writeStringField("channel", channel);
            json.writeStringField("to", to);
            json.writeStringField("id", id);
            json.writeStringField("opaque", opaque);
            json.writeStringField("context", context);
            json.writeStringField("type", type);
            json.writeStringField("text", text);
            json.writeEndObject();
        }
    }

    public synchronized Entry add(
            String channel, String to, String id, String opaque, String context, String type, String text) {
        String kept = text != null && text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Entry entry = new Entry(next++, System.currentTimeMillis(), channel, to, id, opaque, context, type, kept);
        if (next - first > ring.length && ring.length < capacity) {
            Entry[] larger = new Entry[Math.min(capacity, ring.length * 2)];
            for (long seq = first; seq < entry.seq(); seq++) {
                larger[(int) (seq % larger.length)] = ring[(int) (seq % ring.length)];
            }
            ring = larger;
        }
        ring[(int) (entry.seq() % ring.length)] = entry;
        first = Math.max(first, next - ring.length);
        return entry;
    }

    public synchronized List<Entry> since(long seq, int limit, Predicate<Entry> wanted) {
        List<Entry> found = new ArrayList<>(Math.min(limit, 1024));
        for (long at = Math.max(first, seq + 1); at < next && found.size() < limit; at++) {
            Entry entry = ring[(int) (at % ring.length)];
            if (wanted.test(entry)) {
                found.add(entry);
            }
        }
        return found;
    }

    /** The newest entry that fits, or null. */
    public synchronized Entry newest(Predicate<Entry> wanted) {
        for (long at = next - 1; at >= first; at--) {
            Entry entry = ring[(int) (at % ring.length)];
            if (wanted.test(entry)) {
                return entry;
            }
        }
        return null;
    }

    public synchronized long lastSeq() {
        return next - 1;
    }

    public void count(String name) {
        counters.computeIfAbsent(name, key -> new LongAdder()).increment();
    }

    public Map<String, Long> counters() {
        Map<String, Long> values = new LinkedHashMap<>();
        counters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().sum()));
        return values;
    }

    /** Forgets all entries and counters; the numbering goes on. */
    public void clear() {
        synchronized (this) {
            ring = new Entry[1024];
            first = next;
        }
        counters.clear();
    }
}
