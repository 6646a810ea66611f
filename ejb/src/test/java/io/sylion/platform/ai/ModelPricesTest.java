package io.sylion.platform.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelPricesTest {
    private final ModelPrices prices =
            ModelPrices.of("gemini-3.5-flash = 0.30/2.50, free=0/0, mad=x/1, minus=-1/2, half=1, =,");

    @Test
    void aMillionTokensCostTheirPrice() {
        assertThat(prices.micros("gemini-3.5-flash", 1_000_000, 0)).isEqualTo(300_000);
        assertThat(prices.micros("gemini-3.5-flash", 0, 1_000_000)).isEqualTo(2_500_000);
        assertThat(prices.micros("gemini-3.5-flash", 1_241, 87)).isEqualTo(590);
        assertThat(prices.micros("free", 1_241, 87)).isZero();
    }

    @Test
    void whatIsNotKnownHasNoPrice() {
        assertThat(prices.micros("other", 1, 1)).isNull();
        assertThat(prices.micros(null, 1, 1)).isNull();
        assertThat(prices.micros("gemini-3.5-flash", null, 1)).isNull();
        assertThat(prices.micros("gemini-3.5-flash", 1, null)).isNull();
    }

    @Test
    void whatIsNoPriceIsLeftOut() {
        assertThat(prices.micros("mad", 1, 1)).isNull();
        assertThat(prices.micros("minus", 1, 1)).isNull();
        assertThat(prices.micros("half", 1, 1)).isNull();
    }
}
