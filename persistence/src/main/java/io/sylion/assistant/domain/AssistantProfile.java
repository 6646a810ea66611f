package io.sylion.assistant.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * An assistant as its work needs it.
 *
 * @param persona who it is and how it speaks, in the tenant's words
 * @param language of its answers, "fr" or "en"
 * @param model null for the installation's own
 * @param minimumConfidence below it, a person is asked, 0 to 1
 * @param batchingDelay silence of the customer before it answers
 * @param handOffSentence told when a person takes over
 * @param unknownSentence told when its knowledge holds no answer
 * @param opensAt local to the tenant, null when always open
 * @param closedSentence told outside opening hours, null for silence
 */
public record AssistantProfile(
        UUID id,
        String name,
        String persona,
        String language,
        String model,
        BigDecimal temperature,
        BigDecimal minimumConfidence,
        Duration batchingDelay,
        String handOffSentence,
        String unknownSentence,
        LocalTime opensAt,
        LocalTime closesAt,
        String closedSentence,
        List<UUID> baseIds) {

    /** Whether it answers from documents, which it then must cite; else from its persona alone. */
    public boolean knows() {
        return !baseIds.isEmpty();
    }

    public boolean isAlwaysOpen() {
        return opensAt == null || closesAt == null;
    }

    /** Whether it answers at this local time; hours over midnight are understood. */
    public boolean isOpenAt(LocalTime time) {
        if (isAlwaysOpen()) {
            return true;
        }
        boolean afterOpening = !time.isBefore(opensAt);
        boolean beforeClosing = time.isBefore(closesAt);
        return opensAt.isBefore(closesAt) ? afterOpening && beforeClosing : afterOpening || beforeClosing;
    }
}
