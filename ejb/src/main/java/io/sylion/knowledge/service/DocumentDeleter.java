package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Deletes documents. An indexing that is under way finds its document gone and ends. */
@Stateless
@Permit(Role.MANAGER)
public class DocumentDeleter {
    @Inject
    DocumentRepository documents;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    PassageRepository passages;

    /**
     * Deletes the document and all that is found of it.
     *
     * @throws KnowledgeNotFound when it is not the tenant's
     */
    public void delete(UUID id) {
        Document document = documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id));
        bases.lock(document.baseId());
        passages.withdraw(document.baseId(), id, document.indexedRevision());
        documents.remove(document);
    }
}
