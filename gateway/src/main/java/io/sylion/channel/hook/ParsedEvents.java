package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what a post says while it is read. */
final class ParsedEvents {
    /** So many unused parts of one post leave a trace, each a message to the broker; all are counted. */
    private static final int MOST_TRACES = 100;

    private final List<InboundEvent> events = new ArrayList<>();
    private final Map<IgnoreReason, Integer> ignored = new EnumMap<>(IgnoreReason.class);
    private int traces;

    void add(EventDraft draft) {
        events.add(draft.build());
    }

    /** Counts a part that belongs to no channel. */
    void ignore(IgnoreReason reason) {
        ignored.merge(reason, 1, Integer::sum);
    }

    /**
     * Counts a part and leaves a trace of it in the channel's log.
     *
     * @param part names the trace, so that a repeat leaves none; a mended part of the same id is another
     * @param about said beside the reason, null for nothing
     */
    void ignore(EventOrigin origin, IgnoreReason reason, JsonNode part, String about) {
        ignore(reason);
        if (traces == MOST_TRACES) {
            return;
        }
        traces++;
        String key = "ignored:" + WireText.digest(reason.label(), part.toString());
        String note = about == null ? reason.label() : reason.label() + ": " + about;
        add(new EventDraft(origin, InboundKind.IGNORED, key).noting(note));
    }

    /** Goes back to how it was, when a part turns out unreadable half-way. */
    void cutBackTo(int size) {
        events.subList(size, events.size()).clear();
    }

    int size() {
        return events.size();
    }

    ParsedWebhook parsed() {
        return new ParsedWebhook(List.copyOf(events), Map.copyOf(ignored));
    }
}
