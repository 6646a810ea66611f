package io.sylion.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    @Test
    void tellsIdsAndNothingElse() {
        String body = """
                {"tenantId":"0190","conversationId":"0191","messageId":"wamid.HBgL==","text":"Bonjour","customerId":"Jean Petit",
                 "content":{"replyId":"0192"},"countId":3}""";
        assertThat(DeadLetters.ids(body)).isEqualTo(Map.of("conversationId", "0191", "messageId", "wamid.HBgL=="));
        assertThat(DeadLetters.ids("not json")).isEmpty();
        assertThat(DeadLetters.ids("[1]")).isEmpty();
    }

    @Test
    void describesAFailureWithoutItsWords() {
        Exception failure = new IllegalStateException("Bonjour, ma robe", new IllegalArgumentException("secret"));
        assertThat(DeliveryFailures.describe(failure))
                .startsWith("IllegalStateException < IllegalArgumentException at DeadLettersTest.describes")
                .doesNotContain("Bonjour")
                .doesNotContain("secret");
    }
}
