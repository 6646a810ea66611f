package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.ReadDocument;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.Document;
import io.sylion.knowledge.domain.DocumentProblem;
import io.sylion.knowledge.domain.DocumentRepository;
import io.sylion.knowledge.domain.UnreadSource;
import io.sylion.platform.text.Language;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around the reading of a file or page. An older revision than the newest is left alone. */
@Stateless
@Permit(Role.OWNER)
public class ReadingSteps {
    @Inject
    DocumentRepository documents;

    @Inject
    QuotaService quotas;

    @Inject
    Clock clock;

    /** Takes the revision up; false when there is nothing to do, or somebody else is at it. */
    public boolean claim(UUID documentId, int revision) {
        return newest(documentId, revision)
                .map(document -> document.claim(clock.instant()))
                .orElse(false);
    }

    /** The file or page to be read; empty when the text is there. */
    public Optional<UnreadSource> unread(UUID documentId, int revision) {
        return newest(documentId, revision)
                .filter(document -> !document.isRead())
                .map(Document::source);
    }

    /**
     * Keeps what was read.
     *
     * @throws UnreadableDocument QUOTA when the month has no room for so many characters
     */
    public void read(UnreadSource source, String title, ReadDocument text) {
        newest(source.documentId(), source.revision()).ifPresent(document -> {
            if (document.isFound(title, text.text())) {
                document.unchanged(clock.instant());
                return;
            }
            count(source, text.text().length());
            String language = Language.of(text.text()).code();
            document.read(title, text.fileType(), text.pages(), language, text.text(), clock.instant());
        });
    }

    private void count(UnreadSource source, int characters) {
        try {
            String reference = "document:" + source.documentId() + ":" + source.revision();
            quotas.use(QuotaMetric.DOCUMENT_CHARACTERS, characters, reference);
        } catch (QuotaReached e) {
            throw new UnreadableDocument(DocumentProblem.QUOTA);
        }
    }

    private Optional<Document> newest(UUID documentId, int revision) {
        return documents.lock(documentId).filter(document -> document.awaits(revision));
    }
}
