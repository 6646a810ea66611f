package io.sylion.sandbox.state;

import java.util.List;

/**
 * All faults and habits that can be set from outside, as one flat JSON object. {@link Countdown}s count the calls that
 * are still to be hit, a negative number means all; a missing name leaves its knob as it is.
 */
public final class Knobs {
    // sending to customers
    public volatile Countdown sendError500 = new Countdown(0);
    public volatile Countdown sendError429 = new Countdown(0);
    public volatile int retryAfterSeconds = 5;
    /** Answered at once as an error of this code. */
    public volatile int sendErrorCode;

    public volatile Countdown sendErrorTimes = new Countdown(0);
    /** Accepted, then a status "failed" of this code. */
    public volatile int failCode;

    public volatile Countdown failTimes = new Countdown(0);
    public volatile int sendDelayMillis;
    /** Accepted, and the connection cut before the answer. */
    public volatile Countdown sendCut = new Countdown(0);
    /** Not accepted, and the connection cut. */
    public volatile Countdown sendRefuse = new Countdown(0);
    /** Accepted, and never answered. */
    public volatile Countdown sendTimeout = new Countdown(0);

    public volatile Countdown sendWrongJson = new Countdown(0);
    public volatile boolean tokenExpired;
    public volatile boolean pairLimit;
    /** Accepted messages per second and number, 0 for any. */
    public volatile int messagesPerSecond;
    /** known: closed for customers who wrote more than a day ago; open; closed. */
    public volatile String window = "known";
    /** refuse or accept messages from a phone number id that is not known. */
    public volatile String unknownChannels = "refuse";

    public volatile Countdown mediaError = new Countdown(0);

    // statuses
    /** ordered, disordered or none (accepted, never confirmed). */
    public volatile String statuses = "ordered";

    public volatile int statusDelayMillis = 200;
    public volatile int disorderMillis = 2000;
    public volatile boolean readReceipts = true;
    public volatile boolean statusBeforeResponse;

    // webhooks
    public volatile int webhookDelayMillis;
    public volatile int duplicatePercent;
    public volatile boolean badSignature;
    /** Collects what is due within this time into one post. */
    public volatile int batchMillis;

    /** Tries after the first one; the pauses between them double up to ten seconds. */
    public volatile int webhookRetries = 30;

    /** ordered: a customer's next message waits until the one before was taken; disordered: each goes its own way. */
    public volatile String messages = "ordered";

    // models
    public volatile int modelDelayMillis;
    public volatile Countdown model429 = new Countdown(0);
    public volatile Countdown model500 = new Countdown(0);
    public volatile Countdown model503 = new Countdown(0);
    public volatile Countdown modelTimeout = new Countdown(0);
    public volatile Countdown modelBlocked = new Countdown(0);
    public volatile Countdown modelMaxTokens = new Countdown(0);
    public volatile Countdown modelMalformed = new Countdown(0);
    public volatile Countdown modelSafety = new Countdown(0);
    public volatile Countdown modelCut = new Countdown(0);
    public volatile Countdown modelFunctionCall = new Countdown(0);
    /** The text of every answer, word for word. */
    public volatile String modelReply = "";

    public volatile double modelConfidence = 0.9;
    public volatile boolean modelEscalate;
    /** Whether embeddings suffer the model's faults too. */
    public volatile boolean embeddingFaults;

    // searches of Vertex AI Search
    public volatile Countdown search429 = new Countdown(0);
    public volatile Countdown search500 = new Countdown(0);
    public volatile Countdown searchTimeout = new Countdown(0);
    public volatile Countdown searchCut = new Countdown(0);
    public volatile Countdown searchMalformed = new Countdown(0);
    public volatile Countdown searchEmpty = new Countdown(0);
    /** Results without derivedStructData. */
    public volatile Countdown searchBare = new Countdown(0);
    /** Results with fields nobody knows, nulls, and others of wrong types. */
    public volatile Countdown searchOdd = new Countdown(0);

    /** Throws when a word is not one of those that are understood. */
    public void check() {
        oneOf("window", window, "known", "open", "closed");
        oneOf("unknownChannels", unknownChannels, "refuse", "accept");
        oneOf("statuses", statuses, "ordered", "disordered", "none");
        oneOf("messages", messages, "ordered", "disordered");
    }

    private static void oneOf(String name, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException(name + " must be one of " + String.join(", ", allowed));
        }
    }
}
