package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.tenant.domain.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentRepositoryIT extends KnowledgeDatabaseTest {
    private TenantScope tenant;
    private UUID base;

    @BeforeEach
    void base() throws Exception {
        tenant = newTenant();
        base = base(tenant);
    }

    @Test
    void aFileIsListedBeforeItIsRead() {
        UUID id = file(tenant, base, "a.pdf");
        List<DocumentDetails> listed = listed(tenant);
        assertThat(listed).singleElement().satisfies(document -> {
            assertThat(document.id()).isEqualTo(id);
            assertThat(document.origin()).isEqualTo(DocumentOrigin.FILE);
            assertThat(document.fileType()).isNull();
            assertThat(document.working()).isTrue();
        });
    }

    @Test
    void eachTabHasItsDocumentsAndTheirNumber() {
        Instant sinceThen = NOW.plusSeconds(60);
        UUID working = file(tenant, base, "a.pdf");
        UUID failed = file(tenant, base, "b.pdf");
        change(failed, document -> document.failed(DocumentProblem.DAMAGED, null, true, NOW));
        UUID old = indexed("c.pdf", NOW);
        UUID reviewed = indexed("d.pdf", NOW);
        change(reviewed, document -> document.review(sinceThen));
        indexed("e.pdf", sinceThen);
        assertThat(on(DocumentShelf.WORKING, sinceThen)).containsExactly(working);
        assertThat(on(DocumentShelf.FAILED, sinceThen)).containsExactly(failed);
        assertThat(on(DocumentShelf.STALE, sinceThen)).containsExactly(old);
        assertThat(on(DocumentShelf.ALL, sinceThen)).hasSize(5);
        DocumentCounts counts = documents(tenant, d -> d.counts(base, sinceThen));
        assertThat(counts).isEqualTo(new DocumentCounts(5, 1, 1, 1, 9));
        List<DocumentDetails> rest = documents(tenant, d -> d.details(base, DocumentShelf.ALL, sinceThen, 3, 10));
        assertThat(rest).as("the rest of the list").hasSize(2);
    }

    private List<UUID> on(DocumentShelf shelf, Instant staleBefore) {
        return documents(tenant, d -> d.details(base, shelf, staleBefore, 0, 10)).stream()
                .map(DocumentDetails::id)
                .toList();
    }

    private UUID indexed(String name, Instant at) {
        Document document = new Document(at, base, name);
        document.rewrite(name, "text/plain", "fr", name, at);
        document.holds(3);
        document.indexed(at);
        return documents(tenant, documents -> {
            documents.add(document);
            return document.id();
        });
    }

    private void change(UUID id, Consumer<Document> work) {
        documents(tenant, documents -> {
            work.accept(documents.lock(id).orElseThrow());
            return null;
        });
    }

    @Test
    void progressCountsTheRevisionAtWork() throws Exception {
        VectorModel model = newModel(3);
        UUID id = file(tenant, base, "a.pdf");
        passages(tenant, base, id, 1, 4);
        assertThat(progress(tenant, id)).isEqualTo(Map.of(id, new IndexingProgress(4, 0)));
        inTransaction(tenant, entities -> {
            VectorRepository vectors = new VectorRepository(entities);
            UUID passage = vectors.missing(id, 1, model, 1).getFirst().id();
            vectors.give(model, model, Map.of(passage, new float[] {1, 0, 0}));
            return null;
        });
        assertThat(progress(tenant, id).get(id).percent()).isEqualTo(25);
        assertThat(shown(tenant, id, 0, 10)).as("none is found yet").isEmpty();
        int count = documents(tenant, d -> d.count(id, 1));
        assertThat(count).isEqualTo(4);
    }

    @Test
    void passagesAreShownInTheirOrderOnceTheyAreFound() {
        UUID id = file(tenant, base, "a.pdf");
        passages(tenant, base, id, 1, 4);
        publish(id);
        assertThat(shown(tenant, id, 1, 2)).extracting(DocumentPassage::number).containsExactly(2, 3);
    }

    @Test
    void removingADocumentForgetsWhatWasCounted() {
        UUID id = file(tenant, base, "a.pdf");
        passages(tenant, base, id, 1, 4);
        publish(id);
        inTransaction(tenant, entities -> {
            DocumentRepository documents = new DocumentRepository(entities);
            Document document = documents.lock(id).orElseThrow();
            new PassageRepository(entities).publish(base, id, document.indexedRevision(), -1);
            documents.remove(document);
            return null;
        });
        assertThat(found(tenant, id)).isEmpty();
        assertThat(inTransaction(tenant, entities -> new PassageRepository(entities).counts(List.of(base), List.of(7)))
                        .passages())
                .isZero();
    }

    @Test
    void anotherTenantSeesNothing() throws Exception {
        UUID id = file(tenant, base, "a.pdf");
        passages(tenant, base, id, 1, 2);
        publish(id);
        TenantScope other = newTenant();
        assertThat(found(other, id)).isEmpty();
        assertThat(listed(other)).isEmpty();
        assertThat(progress(other, id)).isEmpty();
        assertThat(shown(other, id, 0, 10)).isEmpty();
    }

    @Test
    void anObjectThatADocumentRefersToIsKept() throws Exception {
        ObjectRemoval removal = new ObjectRemoval(NOW, "key", NOW);
        removals(tenant, repository -> {
            repository.add(removal);
            return null;
        });
        removals(newTenant(), repository -> {
            repository.keep("key");
            return null;
        });
        assertThat(removal(tenant, removal.id())).as("another's wish").isPresent();
        removals(tenant, repository -> {
            repository.keep("key");
            return null;
        });
        assertThat(removal(tenant, removal.id())).isEmpty();
    }

    private static UUID file(TenantScope scope, UUID base, String name) {
        Document document = new Document(NOW, base, name);
        document.replaceFile(name, name, "key", 10, NOW);
        return documents(scope, documents -> {
            documents.add(document);
            return document.id();
        });
    }

    private static void passages(TenantScope scope, UUID base, UUID document, int revision, int number) {
        List<NewPassage> parts = IntStream.range(0, number)
                .mapToObj(i -> new NewPassage(i, "", "Texte " + i, SparseVector.of(Map.of(7, 1f))))
                .toList();
        inTransaction(scope, entities -> {
            new PassageRepository(entities).add(base, document, revision, parts);
            return null;
        });
    }

    private void publish(UUID id) {
        inTransaction(tenant, entities -> {
            Document document = new DocumentRepository(entities).lock(id).orElseThrow();
            new PassageRepository(entities).publish(base, id, document.indexedRevision(), document.revision());
            document.indexed(NOW);
            return null;
        });
    }

    private static Optional<Document> found(TenantScope scope, UUID id) {
        return documents(scope, d -> d.find(id));
    }

    private List<DocumentDetails> listed(TenantScope scope) {
        return documents(scope, d -> d.details(base, DocumentShelf.ALL, NOW, 0, 10));
    }

    private static Map<UUID, IndexingProgress> progress(TenantScope scope, UUID id) {
        return documents(scope, d -> d.progress(List.of(id)));
    }

    private static List<DocumentPassage> shown(TenantScope scope, UUID id, int first, int most) {
        return documents(scope, d -> d.passages(id, first, most));
    }

    private static Optional<ObjectRemoval> removal(TenantScope scope, UUID id) {
        return removals(scope, repository -> repository.find(id));
    }

    private static <T> T documents(TenantScope scope, Function<DocumentRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new DocumentRepository(entities)));
    }

    private static <T> T removals(TenantScope scope, Function<ObjectRemovalRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new ObjectRemovalRepository(entities)));
    }
}
