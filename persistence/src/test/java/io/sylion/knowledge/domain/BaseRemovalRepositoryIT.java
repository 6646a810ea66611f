package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.tenant.domain.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaseRemovalRepositoryIT extends DatabaseTest {
    private static final Instant NOW = noon("2026-11-20");
    private static final int TERM = 7;

    private TenantScope tenant;
    private UUID base;
    private UUID other;

    @BeforeEach
    void bases() throws Exception {
        tenant = newTenant();
        base = base("Base");
        other = base("Autre");
    }

    @Test
    void aDeletedBaseIsSeenByNobody() throws Exception {
        VectorModel model = KnowledgeDatabaseTest.newModel(3);
        document(base, "a.pdf", "key");
        delete(base);
        bases(bases -> {
            assertThat(bases.all()).extracting(KnowledgeBaseSummary::id).containsExactly(other);
            assertThat(bases.find(base)).isEmpty();
            assertThat(bases.lock(base)).isEmpty();
            assertThat(bases.progress(base, model)).isEmpty();
        });
    }

    @Test
    void allThatItHeldGoesSomeAtATimeAndNothingElse() {
        UUID first = document(base, "a.pdf", "key-a");
        UUID second = document(base, "b.pdf", null);
        UUID kept = document(other, "a.pdf", "key-c");
        delete(base);
        removals(removals -> {
            assertThat(removals.documents(base, 1)).hasSize(1);
            assertThat(removals.documents(base, 10)).containsOnlyKeys(first, second);
            removals.removeDocuments(List.of(first, second));
        });
        removals(removals -> {
            assertThat(removals.documents(base, 10)).isEmpty();
            assertThat(removals.removePostings(base, 1)).isEqualTo(1);
            assertThat(removals.removePostings(base, 10)).isEqualTo(1);
            assertThat(removals.removePostings(base, 10)).isZero();
            removals.removeBase(base);
        });
        assertThat(count("knowledge_base", base, "id")).isZero();
        assertThat(count("knowledge_term", base, "base_id")).isZero();
        assertThat(count("knowledge_passage", other, "base_id")).isEqualTo(1);
        assertThat(count("knowledge_document", kept, "id")).isEqualTo(1);
    }

    @Test
    void whatWasNotDeletedStays() throws Exception {
        removals(removals -> removals.removeBase(base));
        assertThat(count("knowledge_base", base, "id")).isEqualTo(1);
        document(base, "a.pdf", "key");
        inTransaction(newTenant(), entities -> {
            assertThat(new BaseRemovalRepository(entities).documents(base, 10))
                    .as("another tenant's")
                    .isEmpty();
            return null;
        });
    }

    private UUID base(String name) {
        KnowledgeBase made = new KnowledgeBase(NOW, name);
        bases(bases -> bases.add(made));
        return made.id();
    }

    private void delete(UUID id) {
        bases(bases -> bases.lock(id).orElseThrow().remove(NOW));
    }

    /** With one passage, which is found. */
    private UUID document(UUID in, String name, String key) {
        Document document = new Document(NOW, in, name);
        document.rewrite(name, "text/plain", "fr", name, NOW);
        if (key != null) {
            document.replaceFile(name, name, key, 10, NOW);
        }
        return inTransaction(tenant, entities -> {
            new DocumentRepository(entities).add(document);
            PassageRepository passages = new PassageRepository(entities);
            int revision = document.revision();
            passages.add(
                    in,
                    document.id(),
                    revision,
                    List.of(new NewPassage(0, "", "Texte", SparseVector.of(Map.of(TERM, 1f)))));
            passages.publish(in, document.id(), 0, revision);
            document.indexed(NOW);
            return document.id();
        });
    }

    private void bases(Consumer<KnowledgeBaseRepository> work) {
        inTransaction(tenant, entities -> {
            work.accept(new KnowledgeBaseRepository(entities));
            return null;
        });
    }

    private void removals(Consumer<BaseRemovalRepository> work) {
        inTransaction(tenant, entities -> {
            work.accept(new BaseRemovalRepository(entities));
            return null;
        });
    }

    private int count(String table, UUID id, String column) {
        return inTransaction(
                tenant,
                entities -> ((Number) entities.createNativeQuery("select count(*) from " + table
                                        + " where tenant_id = sylion_tenant() and " + column + " = :id")
                                .setParameter("id", id)
                                .getSingleResult())
                        .intValue());
    }
}
