package io.sylion.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void wordsAreTakenApartWithTheirEndsMarked() {
        assertThat(Letters.of("Été, vu")).containsExactly("_et", "ete", "te_", "_vu", "vu_");
        assertThat(Letters.of("à")).containsExactly("_a_");
        assertThat(Letters.of(" … ")).isEmpty();
    }
}
