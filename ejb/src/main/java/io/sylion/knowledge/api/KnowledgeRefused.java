package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;

/** What was given cannot be taken; the message says why in words for a developer, the reason lets a page say it to a person. */
@ApplicationException(rollback = true)
public class KnowledgeRefused extends RuntimeException {
    private final Reason reason;
    private final int number;

    public enum Reason {
        /** No base was chosen, or it is not there. */
        BASE,
        NAME,
        /** Too few questions, or too many. */
        COUNT,
        /** A line is no question with its document. */
        LINE,
        /** A question or the id of its document is too long. */
        QUESTION,
        OTHER
    }

    /** @param number of the line or question, or the most that there may be; 0 for none */
    public KnowledgeRefused(Reason reason, int number, String why) {
        super(why);
        this.reason = reason;
        this.number = number;
    }

    public KnowledgeRefused(String why) {
        this(Reason.OTHER, 0, why);
    }

    public Reason reason() {
        return reason;
    }

    public int number() {
        return number;
    }
}
