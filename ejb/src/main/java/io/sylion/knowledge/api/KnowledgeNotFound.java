package io.sylion.knowledge.api;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** The bound tenant has no such base, document or set of questions. */
@ApplicationException(rollback = true)
public class KnowledgeNotFound extends RuntimeException {
    private KnowledgeNotFound(String message) {
        super(message);
    }

    /** What an address names is not even an id. */
    public static KnowledgeNotFound named() {
        return new KnowledgeNotFound("no such thing in the knowledge");
    }

    public static KnowledgeNotFound base(UUID id) {
        return new KnowledgeNotFound("no knowledge base " + id);
    }

    public static KnowledgeNotFound document(UUID id) {
        return new KnowledgeNotFound("no document " + id);
    }

    public static KnowledgeNotFound set(UUID id) {
        return new KnowledgeNotFound("no evaluation set " + id);
    }

    public static KnowledgeNotFound run(UUID id) {
        return new KnowledgeNotFound("no evaluation run " + id);
    }
}
