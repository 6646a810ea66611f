package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.knowledge.api.DocumentRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileIntakeTest {
    @Test
    void namesAreMadeHarmless() {
        assertThat(FileIntake.name("C:\\Users\\Léa\\Tarifs 2026.pdf")).isEqualTo("Tarifs 2026.pdf");
        assertThat(FileIntake.name("../../etc/a<b>.txt")).isEqualTo("ab.txt");
        assertThat(FileIntake.name("e\u0301te\u0301.md")).isEqualTo("été.md");
        assertThat(FileIntake.name("a".repeat(300) + ".pdf")).hasSize(200).endsWith(".pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/", "\u0007"})
    void aFileHasAName(String name) {
        assertThatThrownBy(() -> FileIntake.name(name)).isInstanceOf(DocumentRefused.class);
    }
}
