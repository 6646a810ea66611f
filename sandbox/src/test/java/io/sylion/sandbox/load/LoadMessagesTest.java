package io.sylion.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoadMessagesTest {
    @Test
    void onePostHoldsEveryMessage() throws IOException {
        LoadMessages messages = new LoadMessages(plan("--messages", "5", "--customers", "2"));
        JsonNode changes = body(messages.postAll()).path("entry").path(0).path("changes");
        assertThat(changes).hasSize(5);
        assertThat(changes.path(4).findValue("id").asText()).isEqualTo(messages.id(1, 1));
    }

    /** Each second message comes first, and was written later all the same. */
    @Test
    void swappedMessagesKeepTheTimeOfTheirWriting() throws IOException {
        LoadPlan plan = plan("--messages", "3", "--customers", "1", "--swapped");
        assertThat(new int[] {plan.place(0, 0), plan.place(0, 1), plan.place(0, 2)})
                .containsExactly(1, 0, 2);
        LoadMessages messages = new LoadMessages(plan);
        assertThat(writtenAt(messages.post(0, 1))).isGreaterThan(writtenAt(messages.post(0, 0)));
    }

    @Test
    void messagesCanBeOfYesterday() throws IOException {
        long now = System.currentTimeMillis() / 1000;
        LoadMessages messages = new LoadMessages(plan("--messages", "1", "--age", "86400"));
        assertThat(writtenAt(messages.post(0, 0))).isBetween(now - 86_400, now - 86_390);
    }

    @Test
    void runsAtTheSameTimeAreToldApart() {
        LoadPlan plan = plan("--messages", "1");
        assertThat(new LoadMessages(plan).prefix()).isNotEqualTo(new LoadMessages(plan).prefix());
    }

    private static long writtenAt(byte[] post) throws IOException {
        return body(post).findValue("timestamp").asLong();
    }

    private static JsonNode body(byte[] post) throws IOException {
        String whole = new String(post, StandardCharsets.UTF_8);
        return WireJson.MAPPER.readTree(whole.substring(whole.indexOf("\r\n\r\n") + 4));
    }

    private static LoadPlan plan(String... flags) {
        return LoadPlan.parse(flags, 1, false);
    }
}
