package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.knowledge.api.DocumentRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageIntakeTest {
    @Test
    void addressesAreWrittenAsPeopleDo() {
        assertThat(PageIntake.address("boutique.example/aide#retours").toString())
                .isEqualTo("https://boutique.example/aide");
        assertThat(PageIntake.address("http://boutique.example").toString()).isEqualTo("http://boutique.example/");
        assertThat(PageIntake.address("https://boutique.example/a?b=c").toString())
                .isEqualTo("https://boutique.example/a?b=c");
        assertThat(PageIntake.address("https://boutique.example/a%2Fb?c=d%26e+f")
                        .toString())
                .as("what is escaped stays so")
                .isEqualTo("https://boutique.example/a%2Fb?c=d%26e+f");
        assertThat(PageIntake.address("HTTPS://Boutique.Example/Aide").toString())
                .as("the same page twice")
                .isEqualTo("https://boutique.example/Aide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example/",
                "javascript:alert(1)",
                "https://",
                "https://a b.example",
                "https://u:p@a.example/",
                "/aide"
            })
    void otherLinesAreRefused(String line) {
        assertThatThrownBy(() -> PageIntake.address(line)).isInstanceOf(DocumentRefused.class);
    }
}
