package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.TenantScope;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Bases, documents, passages and models for tests of what is known. */
abstract class KnowledgeDatabaseTest extends DatabaseTest {
    static final Instant NOW = noon("2026-11-20");

    /** A model that nobody else uses. */
    static VectorModel newModel(int dimension) throws SQLException {
        String name = "model-" + Ids.next();
        try (Connection operator = connect("OPERATOR");
                PreparedStatement insert = operator.prepareStatement(
                        "insert into knowledge_model (provider, name, dimension) values ('test', ?, ?) returning id")) {
            insert.setString(1, name);
            insert.setInt(2, dimension);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new VectorModel(row.getInt(1), "test", name, dimension, 0.45);
            }
        }
    }

    static UUID base(TenantScope scope) {
        KnowledgeBase base = new KnowledgeBase(NOW, "Base");
        inTransaction(scope, entities -> {
            new KnowledgeBaseRepository(entities).add(base);
            return null;
        });
        return base.id();
    }

    static UUID document(TenantScope scope, UUID base, String name) {
        Document document = new Document(NOW, base, name);
        document.rewrite(name, "text/plain", "fr", "Texte", NOW);
        return inTransaction(scope, (EntityManager entities) -> {
            new DocumentRepository(entities).add(document);
            entities.flush();
            return document.id();
        });
    }

    static void index(TenantScope scope, UUID base, UUID document, int revision, List<NewPassage> passages) {
        add(scope, base, document, revision, passages);
        publish(scope, base, document);
    }

    static void add(TenantScope scope, UUID base, UUID document, int revision, List<NewPassage> passages) {
        on(scope, repository -> {
            repository.add(base, document, revision, passages);
            return null;
        });
    }

    static void publish(TenantScope scope, UUID base, UUID document) {
        inTransaction(scope, entities -> {
            new KnowledgeBaseRepository(entities).lock(base);
            Document found = new DocumentRepository(entities).lock(document).orElseThrow();
            new PassageRepository(entities).publish(base, document, found.indexedRevision(), found.revision());
            found.holds(new DocumentRepository(entities).count(document, found.revision()));
            found.indexed(NOW);
            return null;
        });
    }

    static NewPassage words(int position, int term, float weight) {
        return words(position, Map.of(term, weight));
    }

    static NewPassage words(int position, Map<Integer, Float> weights) {
        return new NewPassage(position, "", "Texte " + position, SparseVector.of(weights));
    }

    static <T> T on(TenantScope scope, Function<PassageRepository, T> work) {
        return inTransaction(scope, entities -> work.apply(new PassageRepository(entities)));
    }
}
