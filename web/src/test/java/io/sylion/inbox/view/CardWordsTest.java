package io.sylion.inbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2|2", "12,50|12.50", "-3.5|-3.5", "1e999999999|0", "1e-999999999|0", "NaN|0", "x|0", "''|0", ".|0"
            })
    void amountsAreReadAsFarAsAShopWritesThem(String told, String amount) {
        assertThat(CardWords.number(told)).hasToString(amount);
    }
}
