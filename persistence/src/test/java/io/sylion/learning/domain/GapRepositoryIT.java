package io.sylion.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapRepositoryIT extends DatabaseTest {
    private static final Instant NOW = noon("2026-11-20");
    private static final String MODEL = "test-model";

    private TenantScope tenant;

    @BeforeEach
    void tenant() throws Exception {
        tenant = newTenant();
    }

    @Test
    void showsWhatIsAskedMostFirst() {
        UUID once = gap(question(conversation(), "Une fois ?", 1, 0));
        UUID twice =
                gap(question(conversation(), "Deux fois ?", 0, 1), question(conversation(), "Deux fois, svp ?", 0, 1));
        List<GapSummary> page = page(tenant);
        assertThat(page).extracting(GapSummary::id).containsExactly(twice, once);
        assertThat(page).extracting(GapSummary::question).containsExactly("Deux fois ?", "Une fois ?");
        assertThat(page).extracting(GapSummary::asked).containsExactly(2, 1);
        assertThat(counts()).isEqualTo(new GapCounts(2, 0, 0));
    }

    @Test
    void comparesWithTheFirstQuestionOfEachGap() {
        UUID gap = gap(question(conversation(), "Ourlets ?", 1, 0), question(conversation(), "Retouches ?", 0, 1));
        GapLeader leader = leaders(tenant, MODEL, new float[] {1, 0}).getFirst();
        assertThat(leader.gapId()).isEqualTo(gap);
        assertThat(leader.terms()).containsExactly("mot", "autre");
        assertThat(leader.similarity()).isCloseTo(1, within(1e-6));
        assertThat(leaders(tenant, "other", new float[] {1, 0}).getFirst().similarity())
                .isNull();
        assertThat(leaders(tenant, MODEL, new float[] {1, 0, 0}).getFirst().similarity())
                .isNull();
        assertThat(leaders(tenant, null, null).getFirst().similarity()).isNull();
    }

    @Test
    void aMessageIsKeptOnce() {
        NewQuestion question = question(conversation(), "Ourlets ?", 1, 0);
        UUID gap = gap(question);
        assertThat(isKept(tenant, question)).isTrue();
        boolean added = on(tenant, gaps -> gaps.addQuestion(gap, question, NOW));
        assertThat(added).isFalse();
        assertThat(questions(tenant, gap)).hasSize(1);
    }

    @Test
    void keepsWhichQuestionsFindTheArticle() {
        UUID gap = gap(question(conversation(), "Ourlets ?", 1, 0), question(conversation(), "Retouches ?", 0, 1));
        AskedQuestion first = questions(tenant, gap).getLast();
        assertThat(first.question()).isEqualTo("Ourlets ?");
        assertThat(first.baseIds()).containsExactly(new UUID(0, 1), new UUID(0, 2));
        assertThat(first.bestScore()).isEqualTo(0.25);
        on(tenant, gaps -> {
            gaps.markAnswered(List.of(first.id()), NOW);
            return null;
        });
        assertThat(unanswered(gap)).extracting(AskedQuestion::question).containsExactly("Retouches ?");
        assertThat(page(tenant).getFirst().answered()).isEqualTo(1);
        on(tenant, gaps -> {
            gaps.forgetAnswers(gap);
            return null;
        });
        assertThat(unanswered(gap)).hasSize(2);
    }

    @Test
    void aGapWithoutArticleHasItsDetails() {
        UUID gap = gap(question(conversation(), "Ourlets ?", 1, 0));
        GapDetails details = details(tenant, gap).orElseThrow();
        assertThat(details.question()).isEqualTo("Ourlets ?");
        assertThat(details.baseId()).isEqualTo(new UUID(0, 1));
        assertThat(details.documentId()).isNull();
        assertThat(details.working()).isFalse();
    }

    @Test
    void anErasedConversationTakesItsQuestionsAlong() throws Exception {
        UUID erased = conversation();
        UUID other = conversation();
        UUID shared = gap(question(erased, "Ourlets ?", 1, 0), question(other, "Des ourlets ?", 1, 0));
        UUID alone = gap(question(erased, "Chiens ?", 0, 1));
        try (Connection owner = connect("OWNER");
                PreparedStatement erase =
                        owner.prepareStatement("delete from conversation_conversation where id = ?")) {
            erase.setObject(1, erased);
            erase.executeUpdate();
        }
        GapDetails left = details(tenant, shared).orElseThrow();
        assertThat(left.question()).isEqualTo("Des ourlets ?");
        assertThat(left.asked()).isEqualTo(1);
        assertThat(details(tenant, alone)).isEmpty();
    }

    @Test
    void anotherTenantSeesNothing() throws Exception {
        NewQuestion question = question(conversation(), "Ourlets ?", 1, 0);
        UUID gap = gap(question);
        TenantScope other = newTenant();
        assertThat(page(other)).isEmpty();
        assertThat(details(other, gap)).isEmpty();
        assertThat(questions(other, gap)).isEmpty();
        assertThat(leaders(other, MODEL, new float[] {1, 0})).isEmpty();
        assertThat(isKept(other, question)).isFalse();
    }

    private UUID gap(NewQuestion... questions) {
        Gap gap = new Gap(NOW);
        inTransaction(tenant, (EntityManager entities) -> {
            GapRepository gaps = new GapRepository(entities);
            gaps.add(gap);
            for (NewQuestion question : questions) {
                gap.ask(question.askedAt(), NOW);
                assertThat(gaps.addQuestion(gap.id(), question, NOW)).isTrue();
            }
            return null;
        });
        return gap.id();
    }

    private static NewQuestion question(UUID conversation, String words, float x, float y) {
        return new NewQuestion(
                conversation,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                List.of(new UUID(0, 1), new UUID(0, 2)),
                words,
                "fr",
                List.of("mot", "autre"),
                NOW,
                "no-knowledge",
                "Boutique",
                0.25,
                MODEL,
                new float[] {x, y});
    }

    private UUID conversation() {
        return newConversation(tenant);
    }

    private GapCounts counts() {
        return on(tenant, GapRepository::counts);
    }

    private List<AskedQuestion> unanswered(UUID gap) {
        return on(tenant, gaps -> gaps.unanswered(gap, 10));
    }

    private static List<GapSummary> page(TenantScope scope) {
        return on(scope, gaps -> gaps.page(GapState.OPEN, 10));
    }

    private static Optional<GapDetails> details(TenantScope scope, UUID gap) {
        return on(scope, gaps -> gaps.details(gap));
    }

    private static List<AskedQuestion> questions(TenantScope scope, UUID gap) {
        return on(scope, gaps -> gaps.questions(gap, 10));
    }

    private static List<GapLeader> leaders(TenantScope scope, String model, float[] vector) {
        return on(scope, gaps -> gaps.leaders(model, vector, 10));
    }

    private static boolean isKept(TenantScope scope, NewQuestion question) {
        return on(scope, gaps -> gaps.isKept(question.messageId()));
    }

    private static <T> T on(TenantScope scope, Function<GapRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new GapRepository(entities)));
    }
}
