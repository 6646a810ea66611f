package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.tenant.domain.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VectorRepositoryIT extends KnowledgeDatabaseTest {
    private static final int LENGTH = 8;
    private static final float[] QUESTION = vector(1, 0);
    private static final UUID FIRST = new UUID(0, 0);

    private TenantScope tenant;
    private VectorModel model;
    private UUID base;

    @BeforeEach
    void base() throws Exception {
        tenant = newTenant();
        model = newModel(LENGTH);
        base = base(tenant);
    }

    @Test
    void whatHasNoVectorYetIsNotFoundByMeaning() {
        UUID document = document(tenant, base, "livraison");
        add(tenant, base, document, 1, passages(2));
        List<PassageText> waiting = missing(tenant, document, model);
        assertThat(waiting).hasSize(2);
        give(tenant, model, Map.of(waiting.getFirst().id(), vector(1, 0)));
        publish(tenant, base, document);
        assertThat(byMeaning(tenant, base, model))
                .extracting(PassageHit::position)
                .containsExactly(0);
        assertThat(missing(tenant, document, model)).hasSize(1);
    }

    @Test
    void theLanguageIsAskedFor() {
        indexed(tenant, base, 1, vector(1, 0));
        for (String language : List.of("fr", "en")) {
            SearchScope where = new SearchScope(List.of(base), language);
            List<PassageHit> found = ask(tenant, vectors -> vectors.findByMeaning(where, model, QUESTION, 5));
            assertThat(found).hasSize(language.equals("fr") ? 1 : 0);
        }
    }

    /** A plan for any base expects a small one and reads a large one as a whole. */
    @Test
    void eachSearchIsPlannedForItsBase() throws Exception {
        indexed(tenant, base, 1, vector(1, 0));
        Number plannedForAny = inTransaction(tenant, entities -> {
            VectorRepository vectors = new VectorRepository(entities);
            for (int i = 0; i < 20; i++) {
                vectors.findByMeaning(new SearchScope(List.of(base), null), model, QUESTION, 5);
            }
            return (Number) entities.createNativeQuery(
                            "select sum(generic_plans) from pg_prepared_statements where statement like '%<=>%'")
                    .getSingleResult();
        });
        assertThat(plannedForAny).isNotNull();
        assertThat(plannedForAny.intValue()).isZero();
    }

    @Test
    void twoModelsKeepTheirVectorsApart() throws Exception {
        VectorModel next = newModel(3);
        UUID document = indexed(tenant, base, 2, vector(1, 0));
        assertThat(byMeaning(tenant, base, next)).isEmpty();
        List<PassageText> waiting = missing(tenant, document, next);
        give(tenant, next, Map.of(waiting.getLast().id(), new float[] {1, 0, 0}));
        assertThat(byMeaning(tenant, base, next))
                .extracting(PassageHit::position)
                .containsExactly(1);
        assertThat(byMeaning(tenant, base, model)).as("the former serves on").hasSize(2);
    }

    @Test
    void aVectorIsKeptOnce() {
        UUID document = document(tenant, base, "livraison");
        add(tenant, base, document, 1, passages(1));
        UUID passage = missing(tenant, document, model).getFirst().id();
        give(tenant, model, Map.of(passage, vector(1, 0)));
        give(tenant, model, Map.of(passage, vector(0, 1)));
        publish(tenant, base, document);
        assertThat(byMeaning(tenant, base, model))
                .singleElement()
                .extracting(PassageHit::score)
                .isEqualTo(1.0);
    }

    @Test
    void theWayThroughABaseGoesByIdsAndEndsWhenAllHaveTheirVector() throws Exception {
        VectorModel next = newModel(LENGTH);
        indexed(tenant, base, 3, vector(1, 0));
        UUID unpublished = document(tenant, base, "en cours");
        add(tenant, base, unpublished, 1, passages(2));
        List<PassageText> first = missingInBase(FIRST, next, 2);
        assertThat(first)
                .hasSize(2)
                .isSortedAccordingTo((a, b) -> a.id().toString().compareTo(b.id().toString()));
        List<PassageText> rest = missingInBase(first.getLast().id(), next, 2);
        assertThat(rest).as("only what is found").hasSize(1);
        give(tenant, next, Map.of(first.getFirst().id(), vector(1, 0)));
        assertThat(missingInBase(FIRST, next, 5)).hasSize(2);
        assertThat(progress(next)).isEqualTo(new IndexingProgress(3, 1));
        assertThat(isComplete(next)).isFalse();
        for (PassageText each : missingInBase(FIRST, next, 5)) {
            give(tenant, next, Map.of(each.id(), vector(1, 0)));
        }
        assertThat(isComplete(next)).isTrue();
        assertThat(progress(next).percent()).isEqualTo(100);
    }

    @Test
    void theModelOfABaseChangesAsAWhole() throws Exception {
        VectorModel next = newModel(LENGTH);
        UUID other = base(tenant);
        indexed(tenant, base, 1, vector(1, 0));
        indexed(tenant, other, 1, vector(1, 0));
        assertThat(served(base, other)).as("nobody said which").isEmpty();
        bases(repository -> {
            repository.serveFirst(base, model);
            repository.serveFirst(other, model);
            repository.serveFirst(other, next);
            return null;
        });
        assertThat(served(base, other)).singleElement().satisfies(both -> {
            assertThat(both.model()).isEqualTo(model);
            assertThat(both.baseIds()).containsExactlyInAnyOrder(base, other);
        });
        assertThat(renewing(next)).isTrue();
        boolean served = bases(repository -> repository.serve(base, next));
        assertThat(served).isTrue();
        boolean again = bases(repository -> repository.serve(base, next));
        assertThat(again).isFalse();
        assertThat(served(base, other)).extracting(ServedBases::model).containsExactly(model, next);
        assertThat(renewing(next)).isFalse();
    }

    @Test
    void whatAModelThatIsGivenUpSaysIsLetGo() throws Exception {
        VectorModel next = newModel(LENGTH);
        UUID document = indexed(tenant, base, 1, vector(1, 0));
        bases(repository -> repository.serve(base, next));
        UUID passage = missing(tenant, document, next).getFirst().id();
        VectorModel gone = newModel(LENGTH);
        ask(tenant, vectors -> {
            vectors.give(gone, next, Map.of(passage, vector(1, 0)));
            return null;
        });
        assertThat(byMeaning(tenant, base, gone)).isEmpty();
        give(tenant, next, Map.of(passage, vector(1, 0)));
        int forgotten = ask(tenant, vectors -> vectors.forgetOthers(base, next, 10));
        assertThat(forgotten).isEqualTo(1);
        int left = ask(tenant, vectors -> vectors.forgetOthers(base, next, 10));
        assertThat(left).isZero();
        assertThat(byMeaning(tenant, base, model)).isEmpty();
        assertThat(byMeaning(tenant, base, next)).hasSize(1);
    }

    @Test
    void whatABaseOwesIsTakenByOneAndComesLaterAfterEachFailure() {
        assertThat(claim(0)).isTrue();
        assertThat(claim(10)).as("somebody is at it").isFalse();
        assertThat(claim(61)).as("nobody is at it any more").isTrue();
        postpone();
        assertThat(claim(29)).isFalse();
        assertThat(claim(31)).isTrue();
        postpone();
        assertThat(claim(59)).isFalse();
        assertThat(claim(61)).isTrue();
    }

    /** A removal holds the base; whoever has just asked a model for vectors finds nothing to give them to. */
    @Test
    void aDocumentRemovedMeanwhileLeavesNothing() throws Exception {
        UUID document = indexed(tenant, base, 3, vector(1, 0));
        VectorModel next = newModel(LENGTH);
        Map<UUID, float[]> made = new HashMap<>();
        missing(tenant, document, next).forEach(each -> made.put(each.id(), vector(1, 0)));
        CompletableFuture<Void> giving = inTransaction(tenant, entities -> {
            new KnowledgeBaseRepository(entities).lock(base);
            DocumentRepository documents = new DocumentRepository(entities);
            new PassageRepository(entities).withdraw(base, document, 1);
            documents.remove(documents.lock(document).orElseThrow());
            entities.flush();
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> give(tenant, next, made));
            assertThat(isDone(late)).as("it waits").isFalse();
            return late;
        });
        giving.get(10, TimeUnit.SECONDS);
        for (String table : List.of("knowledge_vector", "knowledge_passage", "knowledge_posting")) {
            long left = inTransaction(tenant, entities -> (long)
                    entities.createNativeQuery("select count(*) from " + table + " where base_id = :base", Long.class)
                            .setParameter("base", base)
                            .getSingleResult());
            assertThat(left).as(table).isZero();
        }
    }

    private static boolean isDone(CompletableFuture<Void> work) {
        try {
            work.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherTenantFindsNothing() throws Exception {
        UUID document = indexed(tenant, base, 1, vector(1, 0));
        bases(repository -> repository.serve(base, model));
        assertThat(byMeaning(tenant, base, model)).hasSize(1);
        TenantScope other = newTenant();
        VectorModel next = newModel(LENGTH);
        assertThat(byMeaning(other, base, model)).isEmpty();
        assertThat(missing(other, document, next)).isEmpty();
        give(other, next, Map.of(missing(tenant, document, next).getFirst().id(), vector(1, 0)));
        assertThat(byMeaning(tenant, base, next)).isEmpty();
        int forgotten = ask(other, vectors -> vectors.forgetOthers(base, next, 10));
        assertThat(forgotten).isZero();
        List<ServedBases> served =
                inTransaction(other, entities -> new KnowledgeBaseRepository(entities).served(List.of(base)));
        assertThat(served).isEmpty();
    }

    @Test
    void aSmallBaseBesideALargeOneIsNotStarved() throws Exception {
        TenantScope large = newTenant();
        UUID crowd = base(large);
        UUID many = document(large, crowd, "crowd");
        index(large, crowd, many, 1, passages(200));
        giveCrowdVectors(large, many);
        makeIndex();
        indexed(tenant, base, 3, vector(0.6f, 0.8f));
        assertThat(byMeaning(tenant, base, model)).hasSize(3);
        assertThat(throughTheIndex()).as("the index alone searches on").hasSize(3);
    }

    private void makeIndex() throws SQLException {
        try (Connection operator = connect("OPERATOR");
                Statement statement = operator.createStatement()) {
            statement.execute("select knowledge_index_model(" + model.id() + ")");
        }
    }

    private List<PassageHit> throughTheIndex() {
        return inTransaction(tenant, entities -> {
            for (String path : List.of("seqscan", "sort", "bitmapscan")) {
                entities.createNativeQuery("set local enable_" + path + " = off")
                        .executeUpdate();
            }
            return new VectorRepository(entities)
                    .findByMeaning(new SearchScope(List.of(base), null), model, QUESTION, 5);
        });
    }

    /** All nearer to the question than the other tenant's, each a little different, as texts are. */
    private void giveCrowdVectors(TenantScope scope, UUID document) {
        Map<UUID, float[]> made = new HashMap<>();
        missing(scope, document, model).forEach(each -> made.put(each.id(), vector(1, (made.size() + 1) * 0.001f)));
        give(scope, model, made);
    }

    /** A document that is found, each of its passages with this vector. */
    private UUID indexed(TenantScope scope, UUID where, int number, float[] vector) {
        UUID document = document(scope, where, "livraison");
        index(scope, where, document, 1, passages(number));
        Map<UUID, float[]> made = new HashMap<>();
        missing(scope, document, model).forEach(each -> made.put(each.id(), vector));
        give(scope, model, made);
        return document;
    }

    private static List<NewPassage> passages(int number) {
        return IntStream.range(0, number).mapToObj(i -> words(i, 7, 1f)).toList();
    }

    private static List<PassageHit> byMeaning(TenantScope scope, UUID base, VectorModel model) {
        float[] question = new float[model.dimension()];
        question[0] = 1;
        return ask(scope, vectors -> vectors.findByMeaning(new SearchScope(List.of(base), null), model, question, 5));
    }

    private static List<PassageText> missing(TenantScope scope, UUID document, VectorModel model) {
        return ask(scope, vectors -> vectors.missing(document, 1, model, 10_000));
    }

    private List<PassageText> missingInBase(UUID after, VectorModel next, int most) {
        return ask(tenant, vectors -> vectors.missingInBase(base, after, next, most));
    }

    private boolean isComplete(VectorModel next) {
        return ask(tenant, vectors -> vectors.isComplete(base, next));
    }

    private IndexingProgress progress(VectorModel next) {
        return ask(tenant, vectors -> vectors.progress(base, next));
    }

    private static void give(TenantScope scope, VectorModel model, Map<UUID, float[]> made) {
        ask(scope, vectors -> {
            vectors.give(model, model, made);
            return null;
        });
    }

    private List<ServedBases> served(UUID... ids) {
        return bases(repository -> repository.served(List.of(ids)));
    }

    private boolean renewing(VectorModel next) {
        return bases(repository -> repository.progress(base, next).orElseThrow().renewing());
    }

    private boolean claim(int second) {
        return bases(repository -> repository.claimRenewal(
                base, NOW.plusSeconds(second), NOW.plusSeconds(second).plus(Duration.ofMinutes(1))));
    }

    private void postpone() {
        bases(repository -> {
            repository.postponeRenewal(base, NOW);
            return null;
        });
    }

    private static float[] vector(float first, float second) {
        float[] vector = new float[LENGTH];
        vector[0] = first;
        vector[1] = second;
        return vector;
    }

    private <T> T bases(Function<KnowledgeBaseRepository, T> work) {
        return inTransaction(tenant, entities -> work.apply(new KnowledgeBaseRepository(entities)));
    }

    private static <T> T ask(TenantScope scope, Function<VectorRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new VectorRepository(entities)));
    }
}
