package io.sylion.assistant.service;

import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.domain.MessageAuthor;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a reply is to answer.
 *
 * @param words the customer's since anybody answered
 * @param before turns before them, oldest first
 */
public record ReplyQuestion(String words, List<HistoryTurn> before) {
    /** How many turns are looked at. */
    public static final int TURNS = 14;

    /**
     * The customer's words since anybody answered are one question. A message that was delivered late stands before answers that
     * did not know it: then it is the question alone.
     *
     * @param turns oldest first
     * @param text words of the message, may be null
     */
    public static ReplyQuestion of(List<HistoryTurn> turns, UUID messageId, Supplier<String> text) {
        int first = turns.size();
        while (first > 0 && turns.get(first - 1).author() == MessageAuthor.CUSTOMER) {
            first--;
        }
        List<HistoryTurn> unanswered = turns.subList(first, turns.size());
        String words;
        if (unanswered.stream().anyMatch(turn -> turn.id().equals(messageId))) {
            words = unanswered.stream()
                    .map(HistoryTurn::text)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n"));
        } else {
            words = Objects.requireNonNullElse(text.get(), "");
        }
        return new ReplyQuestion(words, turns.subList(0, first));
    }
}
