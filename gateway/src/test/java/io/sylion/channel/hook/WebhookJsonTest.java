package io.sylion.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookJsonTest {
    private final WebhookJson json = new WebhookJson(3_000_000);

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{}{", "{}x", "\"text\"", "17", "null", "true", "{'a':1}", "<xml/>", "{\"a\":NaN}"
            })
    void onlyOneObjectOrArrayIsRead(String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " {\"a\":{\"a\":1,\"a\":2}} ", "{\"a\":\"\\u0000\\ud800\"}", "\ufeff{}"})
    void oddButCorrectJsonIsRead(String body) {
        assertThat(read(body.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        byte[] body = "{\"a\":\"caf?\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[9] = (byte) 0xe9;

        assertThat(read(body).orElseThrow().path("a").asText()).isEqualTo("caf\ufffd");
        assertThat(read(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2})).isEmpty();
    }

    @Test
    void depthNumbersAndCountAreBounded() {
        assertThat(read(("[".repeat(2_000) + "]".repeat(2_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(read(("{\"a\":" + "1".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(read(("[" + "[],".repeat(200_000) + "1]").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(read(("[\"" + "x".repeat(2_900_000) + "\"]").getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private Optional<JsonNode> read(byte[] body) {
        return json.read(body, body.length);
    }
}
