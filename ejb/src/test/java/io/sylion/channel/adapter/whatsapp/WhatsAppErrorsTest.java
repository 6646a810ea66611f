package io.sylion.channel.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppErrorsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** The code decides, whatever the HTTP status says. */
    @ParameterizedTest
    @CsvSource({
        "400, 131047, FAIL",
        "400, 131026, FAIL",
        "400, 100, FAIL",
        "404, 132001, FAIL",
        "500, 131000, RETRY",
        "503, 2, RETRY",
        "400, 130429, WAIT",
        "400, 131056, WAIT",
        "429, 80007, WAIT",
        "401, 190, ALERT",
        "403, 10, ALERT",
        "403, 200, ALERT",
        "403, 299, ALERT",
        "400, 368, ALERT",
        "400, 131042, ALERT",
        "400, 133010, ALERT"
    })
    void theCodeDecides(int status, int code, Remedy remedy) {
        ProviderFailure failure =
                read(status, "{\"error\":{\"message\":\"(#" + code + ") words\",\"code\":" + code + "}}");
        assertThat(failure.remedy()).isEqualTo(remedy);
        assertThat(failure.code()).isEqualTo(Integer.toString(code));
        assertThat(failure.isUncertain()).as("a refusal is an answer").isFalse();
        assertThat(failure.getMessage()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "400, FAIL",
        "401, ALERT",
        "403, ALERT",
        "404, FAIL",
        "408, WAIT",
        "429, WAIT",
        "500, RETRY",
        "503, RETRY"
    })
    void withoutACodeTheStatusDecides(int status, Remedy remedy) {
        ProviderFailure failure = read(status, "<html>no JSON</html>");
        assertThat(failure.remedy()).isEqualTo(remedy);
        assertThat(failure.code()).isEqualTo("http-" + status);
    }

    /** Something in front of the provider gave up; behind it the message may have been accepted. */
    @ParameterizedTest
    @CsvSource({"500, true", "502, true", "504, true", "503, false", "429, false", "400, false"})
    void aGatewaysFailureIsUncertain(int status, boolean uncertain) {
        assertThat(read(status, "").isUncertain()).isEqualTo(uncertain);
    }

    @Test
    void anUnknownCodeMaySayThatItPasses() {
        assertThat(read(400, "{\"error\":{\"code\":999999,\"is_transient\":true}}")
                        .remedy())
                .isEqualTo(Remedy.RETRY);
        assertThat(read(400, "{\"error\":{\"code\":999999,\"is_transient\":false}}")
                        .remedy())
                .isEqualTo(Remedy.FAIL);
    }

    @Test
    void theOldFormOf360dialogIsRead() {
        ProviderFailure failure = read(400, "{\"errors\":[{\"code\":470,\"title\":\"Re-engagement message\"}]}");
        assertThat(failure.code()).isEqualTo("470");
        assertThat(failure.remedy()).isEqualTo(Remedy.FAIL);
        assertThat(read(403, "{\"meta\":{\"developer_message\":\"Invalid api key\"}}")
                        .getMessage())
                .contains("Invalid api key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"error\":\"text\"}",
                "{\"error\":{}}",
                "{\"error\":{\"code\":{}}}",
                "{"
            })
    void oddBodiesAreNoTrouble(String body) {
        assertThat(read(418, body).remedy()).isEqualTo(Remedy.FAIL);
    }

    @Test
    void wordsAreShortAndWithoutControlCharacters() {
        String words = "a\\nb\\u0000" + "c".repeat(1000);
        ProviderFailure failure = read(400, "{\"error\":{\"code\":999999,\"message\":\"" + words + "\"}}");
        assertThat(failure.getMessage()).startsWith("a b c").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void theProviderSaysWhenToComeBack() {
        assertThat(WhatsAppErrors.pause("17", NOON)).isEqualTo(Duration.ofSeconds(17));
        assertThat(WhatsAppErrors.pause("Fri, 20 Nov 2026 12:00:30 GMT", NOON)).isEqualTo(Duration.ofSeconds(30));
        assertThat(WhatsAppErrors.pause("Fri, 20 Nov 2026 11:00:00 GMT", NOON)).isEqualTo(Duration.ZERO);
        assertThat(WhatsAppErrors.pause("999999999", NOON)).isEqualTo(Duration.ofHours(1));
        assertThat(WhatsAppErrors.pause("soon", NOON)).isNull();
        assertThat(WhatsAppErrors.pause("-3", NOON)).isNull();
        assertThat(WhatsAppErrors.pause(null, NOON)).isNull();
    }

    private static ProviderFailure read(int status, String body) {
        return WhatsAppErrors.read(status, body.getBytes(StandardCharsets.UTF_8), null, NOON);
    }

    @Test
    void bytesThatAreNoTextAreAnAnswerToo() {
        ProviderFailure failure = WhatsAppErrors.read(502, new byte[] {0, 0, 0, '{', 0, 0}, null, NOON);

        assertThat(failure.code()).isEqualTo("http-502");
    }
}
