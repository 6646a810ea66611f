package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentCounts;
import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.DocumentPassage;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.DocumentShelf;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.ObjectRemoval;
import io.sylion.knowledge.domain.ObjectRemovalRepository;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Shows what a base holds, has documents indexed anew or reviewed, and removes them with all that came of them. */
@Stateless
@Permit(Role.MANAGER)
public class LibraryService {
    /** What nobody has looked at for so long may no longer be true. */
    private static final Duration FRESH = Duration.ofDays(180);

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
    public List<DocumentDetails> documents(UUID baseId, DocumentShelf shelf, int first, int most) {
        return documents.details(baseId, shelf, staleBefore(), first, most);
    }

    @Permit(Role.VIEWER)
    public DocumentCounts counts(UUID baseId) {
        return documents.counts(baseId, staleBefore());
    }

    /** What nobody has looked at since then is to be reviewed. */
    @Permit(Role.VIEWER)
    public Instant staleBefore() {
        return entry.now().minus(FRESH);
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

    /** Has a document read and indexed anew; until that is done, what is found stays. */
    public void indexAgain(UUID id) {
        Document document = documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id));
        document.readAgain(entry.now());
        entry.queued(document);
    }

    /** A member has looked at a document, and its words still hold. */
    public void review(UUID id) {
        documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id)).review(entry.now());
    }

    /** Removes a document: from now on nothing of it is found, and its file goes as soon as the store answers. */
    public void remove(UUID id) {
        Document document = documents.lock(id).orElseThrow(() -> KnowledgeNotFound.document(id));
        entry.removed(id);
        bases.lock(document.baseId());
        passages.withdraw(document.baseId(), id, document.indexedRevision());
        if (document.objectKey() != null) {
            Instant now = entry.now();
            removals.add(new ObjectRemoval(now, document.objectKey(), now));
        }
        documents.remove(document);
    }
}
