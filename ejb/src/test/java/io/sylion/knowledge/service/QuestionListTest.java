package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.domain.EvaluationFigures;
import io.sylion.knowledge.domain.EvaluationQuestion;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionListTest {

    @Test
    void jsonAndColumnsAreRead() {
        assertThat(QuestionList.read("""
                        question;document
                        {"query": "Qui ?", "expected": "68"}
                        {"question": "Quoi ?", "expected": "a"}

                        Où ; et quand ?;b-1
                        "Comment, enfin ?",c
                        "Un ""mot"" ?"\td
                        """))
                .containsExactly(
                        new EvaluationQuestion("Qui ?", "68"),
                        new EvaluationQuestion("Quoi ?", "a"),
                        new EvaluationQuestion("Où ; et quand ?", "b-1"),
                        new EvaluationQuestion("Comment, enfin ?", "c"),
                        new EvaluationQuestion("Un \"mot\" ?", "d"));
    }

    @Test
    void aLineThatIsNeitherIsNamed() {
        for (String wrong : List.of("{", "{\"query\": \"Qui ?\"}", "rien", ";x", "x;")) {
            assertThatThrownBy(() -> QuestionList.read("Qui ?;1\n" + wrong))
                    .as(wrong)
                    .isInstanceOf(KnowledgeRefused.class)
                    .hasMessage("line 2");
        }
    }

    @Test
    void figuresAreShares() {
        assertThat(EvaluationFigures.of(List.of(1, 2, 0, 10)))
                .isEqualTo(new EvaluationFigures(4, 0.25, 0.5, (1 + 0.5 + 0.1) / 4));
        assertThat(EvaluationFigures.of(List.of())).isEqualTo(new EvaluationFigures(0, 0, 0, 0));
    }
}
