package io.sylion.library.view;

import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.DocumentPassage;
import io.sylion.knowledge.service.LibraryService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** One document: how it is, what the AI sees of it, and what may be done with it. Lives as long as its page: a click is read before the page's parameters are. */
@Named("libraryDocument")
@ViewScoped
public class DocumentView implements Serializable {
    private static final String FEATURE = "library";
    private static final int PAGE = 50;

    @Inject
    transient LibraryService documents;

    @Inject
    transient DocumentWords words;

    @Inject
    transient Messages messages;

    private UUID id;
    private UUID passage;
    private int first;
    private DocumentDetails details;
    private DocumentRow row;
    private List<DocumentPassage> passages;

    public DocumentDetails getDetails() {
        if (id == null) {
            throw KnowledgeNotFound.named();
        }
        if (details == null) {
            details = documents.document(id);
        }
        return details;
    }

    public DocumentRow getRow() {
        if (row == null) {
            DocumentDetails document = getDetails();
            List<UUID> working = document.working() ? List.of(id) : List.of();
            row = words.row(document, documents.progress(working).get(id), null, documents.staleBefore());
        }
        return row;
    }

    public List<DocumentPassage> getPassages() {
        if (passages == null) {
            first = first < getDetails().passages() ? first : 0;
            passages = documents.passages(id, first, PAGE);
        }
        return passages;
    }

    /** Leads to the passage that was asked for, if it is still there. */
    public void seek() {
        if (id != null && passage != null) {
            documents
                    .number(id, passage)
                    .ifPresent(number -> Redirect.to("/library/document.xhtml?id=%s&first=%d#passage-%d"
                            .formatted(id, (number - 1) / PAGE * PAGE, number)));
        }
    }

    /** Whether the passage that was asked for was replaced since. */
    public boolean isReplaced() {
        return passage != null;
    }

    /** Where the next passages begin, 0 when there are none. */
    public int getNext() {
        return first + PAGE < getDetails().passages() ? first + PAGE : 0;
    }

    public void indexAgain() {
        documents.indexAgain(id);
        messages.info(FEATURE, "again.done");
        Redirect.here();
    }

    public void review() {
        documents.review(id);
        messages.info(FEATURE, "review.done");
        Redirect.here();
    }

    public void remove() {
        DocumentDetails removed = getDetails();
        documents.remove(id);
        messages.info(FEATURE, "remove.done", removed.title());
        Redirect.to("/library/documents.xhtml?base=" + removed.baseId());
    }

    public String getId() {
        return id == null ? null : id.toString();
    }

    public void setId(String text) {
        id = LibraryView.uuid(text);
    }

    public String getPassage() {
        return passage == null ? null : passage.toString();
    }

    public void setPassage(String text) {
        passage = LibraryView.uuid(text);
    }

    public String getFirst() {
        return String.valueOf(first);
    }

    /** What is no number begins at the first; a page of the address must not keep its other values from being read. */
    public void setFirst(String text) {
        first = LibraryView.number(text);
    }
}
