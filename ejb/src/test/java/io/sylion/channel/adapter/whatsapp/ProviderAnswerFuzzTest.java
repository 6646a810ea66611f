package io.sylion.channel.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sylion.channel.api.ProviderFailure;
import java.time.Duration;
import java.time.Instant;

/** Whatever a provider answers, it is a failure with a remedy and words that can be stored and shown. */
class ProviderAnswerFuzzTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final int[] STATUSES = {301, 400, 401, 403, 404, 408, 413, 429, 500, 502, 503, 504};

    @DictionaryEntries({
        "{\"error\":{\"code\":",
        "131056",
        "\"error_data\":{\"details\":\"",
        "\"message\":\"",
        "\"is_transient\":true",
        "{\"errors\":[{\"code\":\"470\"",
        "{\"meta\":{\"developer_message\":\"",
        "Wed, 21 Oct 2026 07:28:00 GMT",
        "image/png; charset=x"
    })
    @FuzzTest
    void anyAnswerIsUnderstood(FuzzedDataProvider data) {
        String header = data.consumeBoolean() ? null : data.consumeString(40);
        int status = data.pickValue(STATUSES);
        String word = data.consumeString(80);
        ProviderFailure failure = WhatsAppErrors.read(status, data.consumeRemainingAsBytes(), header, NOON);

        assertThat(failure.remedy()).isNotNull();
        assertThat(failure.code()).matches("http-\\d{3}|-?\\d{1,10}");
        assertThat(failure.getMessage()).isNotBlank().hasSizeLessThanOrEqualTo(230);
        assertThat(failure.getMessage().codePoints()).allMatch(ProviderAnswerFuzzTest::isText);
        failure.retryAfter().ifPresent(pause -> assertThat(pause).isBetween(Duration.ZERO, Duration.ofHours(1)));

        String type = MediaLimits.withoutParameters(word);
        assertThat(MediaLimits.withoutParameters(type)).isEqualTo(type);
        assertThat(MediaLimits.maxBytes(word)).isPositive();
        assertThat(MediaDigest.contradicts(word, "00".repeat(32))).isIn(true, false);
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
