package io.sylion.learning.service;

import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.domain.DocumentState;
import io.sylion.knowledge.domain.DocumentSummary;
import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.LibraryService;
import io.sylion.learning.api.AnswerGap;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The articles that answer gaps: documents like any others. Within its caller's transaction. */
@Dependent
class GapArticles {
    @Inject
    DocumentService documents;

    @Inject
    LibraryService library;

    /** Adds the article to its base, or replaces the one that this base has of the gap. */
    UUID write(AnswerGap answer) {
        return documents.addText(new AddDocument(
                answer.baseId(), answer.title(), "gap:" + answer.gapId(), "text/markdown", answer.text()));
    }

    void remove(UUID article) {
        library.remove(article);
    }

    /** Since when its newest words are found; empty while a former version is, or nothing. */
    Optional<Instant> foundSince(UUID article) {
        DocumentSummary document = documents.document(article);
        return document.state() == DocumentState.INDEXED ? Optional.of(document.stateAt()) : Optional.empty();
    }
}
