package io.sylion.conversation.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    /** The provider may have it: nothing is sent twice on a guess. */
    @ParameterizedTest
    @EnumSource(Remedy.class)
    void anUncertainOutcomeIsNeverTriedAgain(Remedy remedy) {
        assertThat(RetryPolicy.delay(new ProviderFailure(remedy, "timeout", "", Duration.ZERO, true), 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "7, PT2M8S", "8, "})
    void aPassingFaultIsTriedAgainEverLater(int attempt, Duration delay) {
        assertThat(RetryPolicy.delay(failure(Remedy.RETRY, null), attempt)).isEqualTo(Optional.ofNullable(delay));
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT4S", "3, PT16S", "5, PT4M16S", "6, PT10M", "11, PT10M", "12, "})
    void aLimitIsWaitedFor(int attempt, Duration delay) {
        assertThat(RetryPolicy.delay(failure(Remedy.WAIT, null), attempt)).isEqualTo(Optional.ofNullable(delay));
    }

    @Test
    void theProvidersOwnDelayIsKept() {
        Duration asked = Duration.ofSeconds(42);
        assertThat(RetryPolicy.delay(failure(Remedy.WAIT, asked), 3)).contains(asked);
        assertThat(RetryPolicy.delay(failure(Remedy.RETRY, asked), 3)).contains(asked);
    }

    @Test
    void aRefusalIsFinal() {
        assertThat(RetryPolicy.delay(failure(Remedy.FAIL, null), 1)).isEmpty();
        assertThat(RetryPolicy.delay(failure(Remedy.ALERT, Duration.ZERO), 1)).isEmpty();
    }

    private static ProviderFailure failure(Remedy remedy, Duration retryAfter) {
        return new ProviderFailure(remedy, "code", "words", retryAfter, false);
    }
}
