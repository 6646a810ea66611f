package io.sylion.learning;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions that no demo tenant can answer, and what is kept of them. */
final class Gaps {
    private static final String LETTERS = "bdfgklmnprtv";
    private static final String VOWELS = "aiou";

    private Gaps() {}

    /** The stand-in for a model finds an answer in anything: from now on it finds none, until it is healthy again. */
    static void nothingIsAnswered() throws Exception {
        Sandbox.knobs(
                "modelReply",
                "{\"answer\":\"\",\"citations\":[],\"confidence\":0,\"escalate\":false,\"language\":\"fr\"}");
    }

    /** A thing that nobody has heard of. */
    static String newThing() {
        return IntStream.range(0, 5)
                .mapToObj(i -> "" + LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length()))
                        + VOWELS.charAt(ThreadLocalRandom.current().nextInt(VOWELS.length())))
                .collect(Collectors.joining());
    }

    /** What is kept of a conversation's questions, once there are so many. */
    static List<Map<String, Object>> of(UUID conversation, int count) throws Exception {
        return Await.until("questions kept", () -> now(conversation), rows -> rows.size() >= count);
    }

    static List<Map<String, Object>> now(UUID conversation) throws Exception {
        return Database.rows("""
                select q.question, q.language, q.reason, q.message_id, q.channel_id, q.assistant_id, q.tenant_id, q.gap_id,
                    cardinality(q.base_ids) as bases, g.state, g.asked
                from learning_question q join learning_gap g on g.id = q.gap_id where q.conversation_id = ? order by q.id""", conversation);
    }
}
