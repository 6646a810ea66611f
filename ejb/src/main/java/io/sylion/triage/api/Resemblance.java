package io.sylion.triage.api;

import io.sylion.triage.domain.IgnoreExample;
import java.io.Serializable;
import java.math.BigDecimal;

/** The ignore example that a message is most like, and how much, 0 to 1. */
public record Resemblance(IgnoreExample example, BigDecimal similarity) implements Serializable {
    /** Beyond it a message gets no answer. */
    public static final BigDecimal ENOUGH = new BigDecimal("0.70");

    public boolean decides() {
        return similarity.compareTo(ENOUGH) > 0;
    }
}
