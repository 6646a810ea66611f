package io.sylion.assistant.service;

import io.sylion.knowledge.api.RetrievedPassage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the slow part made.
 *
 * @param answer words for the customer, null when the model gave none
 * @param citations ids of passages that were given to the model and that the answer rests on
 * @param doubt why the answer may not leave, a code of {@link AnswerCheck}; null when it may
 * @param escalate the model itself asks for a person
 * @param model null when none was asked
 * @param costMicros millionths of the tenant's currency, null when the price is not known
 * @param failure why there is no answer, null when there is one
 */
record ReplyDraft(
        String answer,
        Set<UUID> citations,
        String doubt,
        BigDecimal confidence,
        boolean escalate,
        List<RetrievedPassage> passages,
        String model,
        Integer inputTokens,
        Integer outputTokens,
        Long costMicros,
        int retrievalMs,
        int modelMs,
        String failure) {

    /** There is nothing to answer from: no model is asked, so that none can invent. */
    static ReplyDraft ofNothingFound(int retrievalMs) {
        return new ReplyDraft(
                "", Set.of(), null, BigDecimal.ZERO, false, List.of(), null, null, null, null, retrievalMs, 0, null);
    }

    static ReplyDraft failed(
            String failure, List<RetrievedPassage> passages, String model, int retrievalMs, int modelMs) {
        return new ReplyDraft(
                null,
                Set.of(),
                null,
                BigDecimal.ZERO,
                true,
                passages,
                model,
                null,
                null,
                null,
                retrievalMs,
                modelMs,
                failure);
    }

    ReplyDraft costing(Long micros) {
        return new ReplyDraft(
                answer,
                citations,
                doubt,
                confidence,
                escalate,
                passages,
                model,
                inputTokens,
                outputTokens,
                micros,
                retrievalMs,
                modelMs,
                failure);
    }
}
