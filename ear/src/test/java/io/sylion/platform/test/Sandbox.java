package io.sylion.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The stand-ins for providers and models: their faults can be chosen, and what they accepted can be read. */
public final class Sandbox {
    private static final String API = Installation.address() + "/sandbox/api";

    /**
     * A message that the provider accepted from the application.
     *
     * @param to digits of the customer
     * @param opaque our own id of the message
     * @param context the customer's message that it answers, null when none
     */
    public record Sent(long time, String channel, String to, String id, String opaque, String context, String text) {}

    private Sandbox() {}

    /** Sets faults: name, value, name, value … Whoever wrote before has been answered by then, and none of them is hit. */
    public static void knobs(Object... namesAndValues) throws Exception {
        Await.until("nothing owed to anybody", () -> Database.value("""
                        select (select count(*) from conversation_conversation where reply_due_at is not null)
                             + (select count(*) from conversation_message where state in ('QUEUED', 'SENDING'))"""), owed -> owed.equals(0L));
        ObjectNode knobs = Web.JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs.set((String) namesAndValues[i], Web.JSON.valueToTree(namesAndValues[i + 1]));
        }
        expect(200, Web.call("PUT", API + "/knobs", knobs.toString()));
    }

    /** Nothing fails any more. */
    public static void healthy() throws IOException, InterruptedException {
        expect(200, Web.call("DELETE", API + "/knobs", null));
    }

    /** What a customer got, oldest first. */
    public static List<Sent> sentTo(String phone) throws IOException, InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (JsonNode entry : expect(200, Web.get(API + "/ledger?limit=10000&to=" + phone))
                .json()
                .path("entries")) {
            sent.add(new Sent(
                    entry.path("time").asLong(),
                    entry.path("channel").asText(),
                    entry.path("to").asText(),
                    entry.path("id").asText(),
                    entry.path("opaque").asText(null),
                    entry.path("context").asText(null),
                    entry.path("text").asText(null)));
        }
        return sent;
    }

    private static Web.Answer expect(int status, Web.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("the sandbox answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
