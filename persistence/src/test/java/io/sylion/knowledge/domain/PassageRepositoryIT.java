package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassageRepositoryIT extends DatabaseTest {
    private static final String MODEL = "test-model";
    private static final int LENGTH = 8;
    private static final float[] QUESTION = vector(1, 0);

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
    void whatHasNoVectorYetIsNotFoundByMeaning() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        add(tenant, base, document, 1, List.of(words(0, 7, 1f), words(1, 7, 1f)));
        List<PassageText> waiting = withoutVector(tenant, document);
        assertThat(waiting).hasSize(2);
        on(tenant, passages -> {
            passages.giveVector(waiting.getFirst().id(), vector(1, 0));
            return null;
        });
        publish(tenant, base, document);
        assertThat(byMeaning(tenant, base)).extracting(PassageHit::position).containsExactly(0);
        assertThat(withoutVector(tenant, document)).hasSize(1);
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        giveVectors(tenant, document, vector(1, 0));
        assertThat(byMeaning(tenant, base)).hasSize(1);
        TenantScope other = newTenant();
        assertThat(byWords(other, base, 7)).isEmpty();
        assertThat(byMeaning(other, base)).isEmpty();
        assertThat(counts(other, base, 7)).isEqualTo(new TermCounts(0, Map.of()));
        assertThat(withoutVector(other, document)).isEmpty();
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
        giveVectors(tenant, document, vector(1, 0));
        SparseVector question = SparseVector.of(Map.of(7, 1f));
        for (String language : List.of("fr", "en")) {
            SearchScope where = new SearchScope(List.of(base), language);
            int expected = language.equals("fr") ? 1 : 0;
            List<PassageHit> byTerms = on(tenant, passages -> passages.findByTerms(where, question, question, 10));
            assertThat(byTerms).hasSize(expected);
            List<PassageHit> byMeaning = on(tenant, passages -> passages.findByMeaning(where, MODEL, QUESTION, 5));
            assertThat(byMeaning).hasSize(expected);
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

    @Test
    void aSmallBaseBesideALargeOneIsNotStarved() throws Exception {
        TenantScope large = newTenant();
        UUID crowd = base(large);
        UUID many = document(large, crowd, "crowd");
        List<NewPassage> passages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            passages.add(words(i, 7, 1f));
        }
        index(large, crowd, many, 1, passages);
        giveCrowdVectors(large, many);

        try (Connection operator = connect("OPERATOR");
                Statement statement = operator.createStatement()) {
            statement.execute("select knowledge_index_model('" + MODEL + "', " + LENGTH + ")");
        }
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f), words(1, 7, 1f), words(2, 7, 1f)));
        giveVectors(tenant, document, vector(0.6f, 0.8f));
        assertThat(byMeaning(tenant, base)).hasSize(3);
        assertThat(throughTheIndex(tenant, base))
                .as("the index alone searches on")
                .hasSize(3);
    }

    @Test
    void theModelsOwnVectorsAreCompared() {
        UUID base = base(tenant);
        UUID document = document(tenant, base, "livraison");
        index(tenant, base, document, 1, List.of(words(0, 7, 1f)));
        giveVectors(tenant, document, vector(1, 0));
        List<PassageHit> found = on(
                tenant,
                passages -> passages.findByMeaning(new SearchScope(List.of(base), null), "another-model", QUESTION, 5));
        assertThat(found).isEmpty();
    }

    private static List<PassageHit> throughTheIndex(TenantScope scope, UUID base) {
        return inTransaction(scope, entities -> {
            for (String path : List.of("seqscan", "sort", "bitmapscan")) {
                entities.createNativeQuery("set local enable_" + path + " = off")
                        .executeUpdate();
            }
            return new PassageRepository(entities)
                    .findByMeaning(new SearchScope(List.of(base), null), MODEL, QUESTION, 5);
        });
    }

    private static List<PassageHit> byWords(TenantScope scope, UUID base, int term) {
        SparseVector question = SparseVector.of(Map.of(term, 1f));
        return on(
                scope, passages -> passages.findByTerms(new SearchScope(List.of(base), null), question, question, 10));
    }

    private static List<PassageHit> byMeaning(TenantScope scope, UUID base) {
        return on(scope, passages -> passages.findByMeaning(new SearchScope(List.of(base), null), MODEL, QUESTION, 5));
    }

    private static List<PassageText> withoutVector(TenantScope scope, UUID document) {
        return on(scope, passages -> passages.withoutVector(document, 1, 10));
    }

    private static TermCounts counts(TenantScope scope, UUID base, Integer... terms) {
        return on(scope, passages -> passages.counts(List.of(base), List.of(terms)));
    }

    private static void index(TenantScope scope, UUID base, UUID document, int revision, List<NewPassage> passages) {
        add(scope, base, document, revision, passages);
        publish(scope, base, document);
    }

    private static void add(TenantScope scope, UUID base, UUID document, int revision, List<NewPassage> passages) {
        on(scope, repository -> {
            repository.add(base, document, revision, MODEL, LENGTH, passages);
            return null;
        });
    }

    private static void publish(TenantScope scope, UUID base, UUID document) {
        inTransaction(scope, entities -> {
            new KnowledgeBaseRepository(entities).lock(base);
            Document found = new DocumentRepository(entities).lock(document).orElseThrow();
            new PassageRepository(entities).publish(base, document, found.indexedRevision(), found.revision());
            found.indexed(MODEL, noon("2026-11-20"));
            return null;
        });
    }

    private static void giveVectors(TenantScope scope, UUID document, float[] vector) {
        on(scope, passages -> {
            passages.withoutVector(document, 1, 10_000).forEach(each -> passages.giveVector(each.id(), vector));
            return null;
        });
    }

    /** All nearer to the question than the other tenant's, each a little different, as texts are. */
    private static void giveCrowdVectors(TenantScope scope, UUID document) {
        on(scope, passages -> {
            int number = 0;
            for (PassageText each : passages.withoutVector(document, 1, 10_000)) {
                passages.giveVector(each.id(), vector(1, ++number * 0.001f));
            }
            return null;
        });
    }

    private void rewrite(UUID document) {
        inTransaction(tenant, entities -> {
            new DocumentRepository(entities)
                    .lock(document)
                    .orElseThrow()
                    .rewrite("livraison", "text/plain", "fr", "Autre texte", noon("2026-11-20"));
            return null;
        });
    }

    private static UUID base(TenantScope scope) {
        KnowledgeBase base = new KnowledgeBase(noon("2026-11-20"), "Base");
        inTransaction(scope, entities -> {
            new KnowledgeBaseRepository(entities).add(base);
            return null;
        });
        return base.id();
    }

    private static UUID document(TenantScope scope, UUID base, String name) {
        Document document = new Document(noon("2026-11-20"), base, name);
        document.rewrite(name, "text/plain", "fr", "Texte", noon("2026-11-20"));
        return inTransaction(scope, (EntityManager entities) -> {
            new DocumentRepository(entities).add(document);
            entities.flush();
            return document.id();
        });
    }

    private static NewPassage words(int position, int term, float weight) {
        return words(position, Map.of(term, weight));
    }

    private static NewPassage words(int position, Map<Integer, Float> weights) {
        return new NewPassage(position, "", "Texte " + position, SparseVector.of(weights));
    }

    private static float[] vector(float first, float second) {
        float[] vector = new float[LENGTH];
        vector[0] = first;
        vector[1] = second;
        return vector;
    }

    private static <T> T on(TenantScope scope, Function<PassageRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new PassageRepository(entities)));
    }
}
