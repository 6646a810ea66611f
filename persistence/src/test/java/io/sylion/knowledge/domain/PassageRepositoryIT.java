package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.tenant.domain.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassageRepositoryIT extends KnowledgeDatabaseTest {
    private TenantScope tenant;

    @BeforeEach
    void tenant() throws Exception {
        tenant = newTenant();
    }

    @Test
    void findsByWordsInTheOrderOfTheirWeight() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f), words(1, 7, 3f), words(2, 8, 9f)));
        List<PassageHit> found = byWords(tenant, base, 7);
        assertThat(found).extracting(PassageHit::position).containsExactly(1, 0);
        assertThat(found).extracting(PassageHit::score).containsExactly(3.0, 1.0);
    }

    @Test
    void countsHowManyPassagesHoldATerm() {
        UUID base = base(tenant);
        index(tenant, base, document(tenant, base, "a"), 1, List.of(words(0, 7, 1f), words(1, 7, 1f)));
        index(tenant, base, document(tenant, base, "b"), 1, List.of(words(0, 8, 1f)));
        assertThat(counts(tenant, base, 7, 8, 9)).isEqualTo(new TermCounts(3, Map.of(7, 2, 8, 1)));
    }

    @Test
    void aNewTextReplacesTheOldAtOnceAndAsAWhole() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f), words(1, 7, 1f)));
        rewrite(document);
        add(tenant, base, document, 2, List.of(words(0, 8, 1f)));
        assertThat(byWords(tenant, base, 7))
                .as("the old text until the new one is complete")
                .hasSize(2);
        assertThat(byWords(tenant, base, 8)).isEmpty();
        publish(tenant, base, document);
        assertThat(byWords(tenant, base, 7)).isEmpty();
        assertThat(byWords(tenant, base, 8)).hasSize(1);
        assertThat(counts(tenant, base, 7, 8)).isEqualTo(new TermCounts(1, Map.of(8, 1)));
    }

    @Test
    void indexingTwiceChangesNothing() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        add(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        assertThat(byWords(tenant, base, 7)).hasSize(1);
        assertThat(counts(tenant, base, 7)).isEqualTo(new TermCounts(1, Map.of(7, 1)));
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        TenantScope other = newTenant();
        assertThat(byWords(other, base, 7)).isEmpty();
        assertThat(counts(other, base, 7)).isEqualTo(new TermCounts(0, Map.of()));
    }

    @Test
    void whatIsLookedUpByRareTermsIsRankedByAll() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(
                tenant,
                base,
                document,
                1,
                List.of(words(0, Map.of(7, 1f)), words(1, Map.of(7, 1f, 8, 5f)), words(2, Map.of(8, 9f))));
        SparseVector telling = SparseVector.of(Map.of(7, 1f));
        SparseVector question = SparseVector.of(Map.of(7, 1f, 8, 1f));
        List<PassageHit> found = on(
                tenant, passages -> passages.findByTerms(new SearchScope(List.of(base), null), telling, question, 10));
        assertThat(found).extracting(PassageHit::position).containsExactly(1, 0);
        assertThat(found).extracting(PassageHit::score).containsExactly(6.0, 1.0);
    }

    @Test
    void theLanguageIsAskedFor() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        SparseVector question = SparseVector.of(Map.of(7, 1f));
        for (String language : List.of("fr", "en")) {
            SearchScope where = new SearchScope(List.of(base), language);
            int expected = language.equals("fr") ? 1 : 0;
            List<PassageHit> byTerms = on(tenant, passages -> passages.findByTerms(where, question, question, 10));
            assertThat(byTerms).hasSize(expected);
        }
    }

    @Test
    void whatStandsAroundAHitIsRead() throws Exception {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        List<NewPassage> passages = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            passages.add(words(i, 7, 1f));
        }
        index(tenant, base, document, 1, passages);
        List<PassagePlace> places = List.of(new PassagePlace(document, 10), new PassagePlace(document, 11));
        List<ContextPassage> around = on(tenant, repository -> repository.around(places));
        assertThat(around).extracting(ContextPassage::position).containsExactly(7, 8, 9, 10, 11, 12, 13, 14, 15);
        List<ContextPassage> foreign = on(newTenant(), repository -> repository.around(places));
        assertThat(foreign).isEmpty();
    }

    @Test
    void aDocumentThatIsWithdrawnLeavesNothing() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        on(tenant, passages -> {
            passages.withdraw(base, document, 1);
            return null;
        });
        assertThat(byWords(tenant, base, 7)).isEmpty();
        assertThat(counts(tenant, base, 7)).isEqualTo(new TermCounts(0, Map.of()));
        long postings = inTransaction(tenant, entities -> (long)
                entities.createNativeQuery("select count(*) from knowledge_posting where base_id = :base", Long.class)
                        .setParameter("base", base)
                        .getSingleResult());
        assertThat(postings).isZero();
    }

    private static List<PassageHit> byWords(TenantScope scope, UUID base, int term) {
        SparseVector question = SparseVector.of(Map.of(term, 1f));
        return on(
                scope, passages -> passages.findByTerms(new SearchScope(List.of(base), null), question, question, 10));
    }

    private static TermCounts counts(TenantScope scope, UUID base, Integer... terms) {
        return on(scope, passages -> passages.counts(List.of(base), List.of(terms)));
    }

    private void rewrite(UUID document) {
        inTransaction(tenant, entities -> {
            new DocumentRepository(entities)
                    .lock(document)
                    .orElseThrow()
                    .rewrite("livraison", "text/plain", "fr", "Autre texte", NOW);
            return null;
        });
    }
}
