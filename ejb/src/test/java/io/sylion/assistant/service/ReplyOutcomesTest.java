package io.sylion.assistant.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.knowledge.api.RetrievedPassage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyOutcomesTest {
    private static final UUID BASE = new UUID(0, 8);
    private static final RetrievedPassage PASSAGE =
            new RetrievedPassage(new UUID(0, 1), new UUID(0, 2), "a", "A", "Deux jours.", 1, List.of());

    @Test
    void anAnswerThatRestsOnThePassagesStands() {
        assertThat(reason(draft("Deux jours.", null, "0.9"))).isNull();
    }

    @Test
    void oneThatDoesNotIsNotSentWhateverItsConfidence() {
        assertThat(reason(draft("Tout est gratuit.", AnswerCheck.UNFOUNDED, "1")))
                .isEqualTo("unfounded");
        assertThat(reason(draft("Voyez evil.com", AnswerCheck.UNSAFE, "1"))).isEqualTo("unsafe");
    }

    @Test
    void withoutPassagesNothingIsKnown() {
        assertThat(reason(ReplyDraft.ofNothingFound(3))).isEqualTo("no-knowledge");
        assertThat(reason(draft("", null, "0"))).isEqualTo("no-knowledge");
    }

    @Test
    void aDraftThatIsNotSureIsNotSent() {
        assertThat(reason(draft("Deux jours.", null, "0.2"))).isEqualTo("low-confidence");
    }

    private static String reason(ReplyDraft draft) {
        return ReplyOutcomes.reason(
                new ReplyPlan(
                        BASE, BASE, BASE, AssistantFixtures.assistant(BASE), null, "", List.of(), null, false, 0, null),
                draft);
    }

    private static ReplyDraft draft(String answer, String doubt, String confidence) {
        return new ReplyDraft(
                answer,
                Set.of(PASSAGE.passageId()),
                doubt,
                new BigDecimal(confidence),
                false,
                List.of(PASSAGE),
                "model",
                null,
                null,
                null,
                1,
                1,
                null);
    }
}
