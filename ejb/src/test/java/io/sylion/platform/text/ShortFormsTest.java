package io.sylion.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cmt je fait pr me désinscrire | comment je fait pour me désinscrire",
                "Slt, kes ki se passe svp ? | salut, qu'est-ce que qui se passe s'il vous plaît ?",
                "c koi le tarif | c'est quoi le tarif",
                "C'est d'accord, l'adresse c@exemple.fr | C'est d'accord, l'adresse c@exemple.fr",
                "Comment retourner un article ? | Comment retourner un article ?",
            })
    void shortFormsAreWrittenOutAndNothingElse(String written, String expected) {
        assertThat(ShortForms.writtenOut(written)).isEqualTo(expected);
    }
}
