package io.sylion.triage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.conversation.domain.Triage;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RuleProblem.Kind;
import io.sylion.triage.api.RulesInvalid;
import io.sylion.triage.domain.TriageRule;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of rules, whoever wrote them. */
class RuleFileTest {
    private static final List<TriageRule> RULES = List.of(
            Rules.words("Publicité", Triage.IGNORE, "crypto"),
            Rules.hours("Nuit", Triage.ESCALATE, "20:00", "08:00", DayOfWeek.FRIDAY));

    @Test
    void whatIsExportedIsImported() {
        assertThat(RuleFile.imported(RuleFile.exported(RULES))).isEqualTo(RULES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            ##                                                                             | NOT_RULES |
            nothing                                                                        | NOT_JSON  | 1:
            {"format":"sylion-triage-rules",                                               | NOT_JSON  | 1:
            []                                                                             | NOT_RULES |
            {"rules":[]}                                                                   | NOT_RULES |
            {"format":"sylion-triage-rules","rules":{}}                                    | NOT_RULES |
            {"format":"sylion-triage-rules","rules":[null]}                                | BAD_FIELD | rules
            {"format":"sylion-triage-rules","rules":[{"enabled":true,"nam":"x"}]}          | BAD_FIELD | rules[0].nam
            {"format":"sylion-triage-rules","rules":[{"name":"x","decision":"MAYBE"}]}     | BAD_FIELD | rules[0].decision
            {"format":"sylion-triage-rules","rules":[{"keywords":"x"}]}                    | BAD_FIELD | rules[0].keywords
            {"format":"sylion-triage-rules","rules":[{"hours":{"from":"25:00"}}]}          | BAD_FIELD | rules[0].hours.from
            {"format":"sylion-triage-rules","rules":[{"id":"no id"}]}                      | BAD_FIELD | rules[0].id
            """)
    void garbageIsNamed(String file, Kind kind, String part) {
        assertThatThrownBy(() -> RuleFile.imported(file == null ? "" : file))
                .isInstanceOfSatisfying(RulesInvalid.class, e -> {
                    RuleProblem problem = e.problems().getFirst();
                    assertThat(problem.kind()).isEqualTo(kind);
                    if (part != null) {
                        assertThat(problem.part()).startsWith(part);
                    }
                });
    }

    @Test
    void idsAreMadeDistinct() {
        String file = RuleFile.exported(List.of(RULES.getFirst(), RULES.getFirst()));
        assertThat(RuleFile.imported(file)).extracting(TriageRule::id).doesNotHaveDuplicates();
    }

    @Test
    void likenessIsOfLettersAlone() {
        assertThat(alike("Bonne journée !", "bonnes journees")).isGreaterThan(0.8);
        assertThat(alike("ok", "ko")).isZero();
        assertThat(alike("merci", "merci ?")).isZero();
        assertThat(alike("👍", "👍")).isEqualTo(1);
        assertThat(alike("👍", "👎")).isLessThan(0.7);
    }

    private static double alike(String one, String other) {
        return Likeness.of(Likeness.key(one), Likeness.key(other), 0.4);
    }
}
