package io.sylion.inbox.view;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as the thread draws it.
 *
 * @param side in, out, note or system
 * @param style ai, me, phone, or nothing
 * @param day heading before the message, null within a day
 * @param author who wrote it, null for the customer
 * @param html words, escaped and marked up
 * @param quote excerpt of the message that it answers, null when none
 * @param file picture, film, sound or document, null when none
 * @param card what only some types have: a place, contacts, an order, a choice, a form; null when none
 * @param hint small line above the words: forwarded, from an advertisement
 * @param sources titles of the passages that the answer cites
 * @param delivery how far it got, null for inbound ones and notes
 * @param traceKey what the decision page is asked for, null when there is none
 * @param revision changes whenever the drawing does
 */
public record Bubble(
        UUID id,
        String side,
        String style,
        String type,
        String day,
        String author,
        String html,
        String quote,
        FileView file,
        Card card,
        String hint,
        List<String> sources,
        List<String> reactions,
        boolean edited,
        Instant at,
        String clock,
        String exact,
        Delivery delivery,
        String traceKey,
        String revision) {

    /**
     * A file.
     *
     * @param kind image, sticker, video, audio or document
     * @param state ready, pending or failed
     * @param label name or words
     */
    public record FileView(String kind, String state, String url, String label, String size, String mimeType) {}

    /** Lines under an icon; url leads to a map and is null otherwise. */
    public record Card(String icon, String title, List<Line> lines, String url, String urlText) {}

    /** One line of a card; the value may be null. */
    public record Line(String label, String value) {}

    /**
     * How far a message of ours got.
     *
     * @param icon clock, tick, ticks, alert or question
     * @param style read, bad, warn, or nothing
     * @param problem in words, null when all is well
     * @param retry label of the button that sends it again, null when it cannot
     */
    public record Delivery(String state, String icon, String style, String words, String problem, String retry) {}
}
