package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.DocumentPassage;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.ObjectRemoval;
import io.sylion.knowledge.domain.ObjectRemovalRepository;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows what a base holds, has documents indexed anew, and removes them with all that came of them. */
@Stateless
@Permit(Role.MANAGER)
public class LibraryService {
    private static final int MOST = 500;

    @Inject
    DocumentRepository documents;

    @Inject
    KnowledgeBaseRepository bases;

    @Inject
    PassageRepository passages;

    @Inject
    ObjectRemovalRepository removals;

    @Inject
    DocumentEntry entry;

    /** The documents of a base, those that changed last first. */
    @Permit(Role.VIEWER)
    public List<DocumentDetails> documents(UUID baseId) {
        return documents.details(baseId, MOST);
    }

    @Permit(Role.VIEWER)
    public DocumentDetails document(UUID id) {
        return documents.find(id).map(Document::details).orElseThrow(() -> KnowledgeNotFound.document(id));
    }

    /** How far those are that are at work. */
    @Permit(Role.VIEWER)
    public Map<UUID, IndexingProgress> progress(List<UUID> documentIds) {
        return documentIds.isEmpty() ? Map.of() : documents.progress(documentIds);
    }

    /** What of a document is found, as the AI sees it. */
    @Permit(Role.VIEWER)
    public List<DocumentPassage> passages(UUID documentId, int first, int most) {
        return documents.passages(documentId, first, most);
    }

    /** Where in the document a passage stands that was once found, from 1; empty when it was replaced since. */
    @Permit(Role.VIEWER)
    public Optional<Integer> number(UUID documentId, UUID passageId) {
        return documents.number(documentId, passageId);
    }

    /** How often each document was used, from how often each passage was. */
    @Permit(Role.VIEWER)
    public Map<UUID, Integer> uses(Map<UUID, Integer> usesOfPassages) {
        Map<UUID, Integer> uses = new HashMap<>();
        documents
                .ofPassages(usesOfPassages.keySet())
                .forEach((passage, document) -> uses.merge(document, usesOfPassages.get(passage), Integer::sum));
        return uses;
    }

    /** Has a document read and indexed anew; until that is done, what is found stays. */
    public void indexAgain(UUID id) {
        Document document = documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id));
        document.readAgain(entry.now());
        entry.queued(document);
    }

    /** Removes a document: from now on nothing of it is found, and its file goes as soon as the store answers. */
    public void remove(UUID id) {
        Document document = documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id));
        bases.lock(document.baseId());
        passages.withdraw(document.baseId(), id, document.indexedRevision());
        if (document.objectKey() != null) {
            Instant now = entry.now();
            removals.add(new ObjectRemoval(now, document.objectKey(), now));
        }
        documents.remove(document);
    }
}
