package io.sylion.channel.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sylion.channel.api.ProviderFailure;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendRatesTest {
    private static final UUID CHANNEL = new UUID(0, 1);

    private final SendRates rates = new SendRates();

    @BeforeEach
    void set() {
        rates.settings = settings(100, 3);
    }

    @Test
    void oneCustomerGetsABurstAndThenWaits() {
        take(3, "33600000001");
        ProviderFailure refused = catchThrowableOfType(ProviderFailure.class, () -> rates.take(CHANNEL, "33600000001"));
        assertThat(refused.remedy()).isEqualTo(ProviderFailure.Remedy.WAIT);
        assertThat(refused.code()).isEqualTo("pair-rate");
        assertThat(refused.retryAfter().orElseThrow()).isBetween(Duration.ofMillis(1), Duration.ofHours(1));
        rates.take(CHANNEL, "33600000002");
        rates.take(new UUID(0, 2), "33600000001");
    }

    @Test
    void aNumberHasItsOwnLimitAndARefusalCostsTheCustomerNothing() {
        rates.settings = settings(2, 3);
        rates.take(CHANNEL, "33600000001");
        rates.take(CHANNEL, "33600000002");
        for (int i = 0; i < 20; i++) {
            ProviderFailure refused =
                    catchThrowableOfType(ProviderFailure.class, () -> rates.take(CHANNEL, "33600000003"));
            assertThat(refused.code()).isEqualTo("number-rate");
        }
    }

    /** Whoever is written to in whatever order: nobody gets more than the burst, no number more than its limit, refusals are free. */
    @Test
    void whateverTheOrderEachLimitHolds() {
        Random chance = new Random(20261124);
        for (int walk = 0; walk < 500; walk++) {
            SendRates fresh = new SendRates();
            fresh.settings = settings(7, 3);
            int[] taken = new int[4];
            for (int step = 0; step < 30; step++) {
                int customer = chance.nextInt(taken.length);
                int all = IntStream.of(taken).sum();
                ProviderFailure refused =
                        catchThrowableOfType(ProviderFailure.class, () -> fresh.take(CHANNEL, "3360000000" + customer));
                String expected = taken[customer] == 3 ? "pair-rate" : all == 7 ? "number-rate" : null;
                assertThat(refused == null ? null : refused.code()).isEqualTo(expected);
                taken[customer] += refused == null ? 1 : 0;
            }
        }
    }

    private void take(int times, String recipient) {
        for (int i = 0; i < times; i++) {
            rates.take(CHANNEL, recipient);
        }
    }

    /** Refills so slowly that the time a test takes does not matter. */
    private static WhatsAppSettings settings(int number, int burst) {
        Duration hour = Duration.ofHours(1);
        return new WhatsAppSettings(hour, hour, hour, number, burst, hour, 3, hour);
    }
}
