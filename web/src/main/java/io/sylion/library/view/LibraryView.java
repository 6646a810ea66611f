package io.sylion.library.view;

import io.sylion.decision.service.DecisionService;
import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.domain.DocumentCounts;
import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.DocumentShelf;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.LibraryService;
import io.sylion.platform.faces.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A base and its documents: figures, tabs, rows. Shown as a page, and again and again as a part of one. */
@Named("library")
@RequestScoped
public class LibraryView {
    private static final int PAGE = 100;

    @Inject
    KnowledgeBaseService bases;

    @Inject
    LibraryService documents;

    @Inject
    DecisionService decisions;

    @Inject
    DocumentWords words;

    private String base;
    private DocumentShelf shelf = DocumentShelf.ALL;
    private int first;
    private List<KnowledgeBaseSummary> all;
    private DocumentCounts counts;
    private List<DocumentRow> rows;

    /** A tab with its count. */
    public record Tab(String key, int count, boolean on) {}

    /**
     * Leads to the first base when the address names none, so that all that is done on the page is done to the base that was shown.
     *
     * @throws KnowledgeNotFound when there is no such base
     */
    public void choose() {
        if (base == null && getChosen() != null) {
            Redirect.to("/library/documents.xhtml?base=" + getChosen().id());
        } else if (base != null) {
            getChosen();
        }
    }

    public List<KnowledgeBaseSummary> getBases() {
        if (all == null) {
            all = bases.bases();
        }
        return all;
    }

    /** The base of the address, without one the first; null when there is none at all. */
    public KnowledgeBaseSummary getChosen() {
        if (base == null) {
            return getBases().isEmpty() ? null : getBases().getFirst();
        }
        return getBases().stream()
                .filter(each -> each.id().toString().equals(base))
                .findFirst()
                .orElseThrow(KnowledgeNotFound::named);
    }

    private DocumentCounts counts() {
        if (counts == null) {
            counts = getChosen() == null
                    ? new DocumentCounts(0, 0, 0, 0, 0)
                    : documents.counts(getChosen().id());
        }
        return counts;
    }

    private int count(DocumentShelf of) {
        return switch (of) {
            case ALL -> counts().all();
            case WORKING -> counts().working();
            case FAILED -> counts().failed();
            case STALE -> counts().stale();
        };
    }

    public List<Tab> getTabs() {
        return Arrays.stream(DocumentShelf.values())
                .map(each -> new Tab(key(each), count(each), each == shelf))
                .toList();
    }

    public List<DocumentRow> getRows() {
        if (rows == null) {
            first = first < count(shelf) ? first : 0;
            rows = getChosen() == null
                    ? List.of()
                    : rows(documents.documents(getChosen().id(), shelf, first, PAGE));
        }
        return rows;
    }

    private List<DocumentRow> rows(List<DocumentDetails> shown) {
        Map<UUID, IndexingProgress> progress = documents.progress(shown.stream()
                .filter(DocumentDetails::working)
                .map(DocumentDetails::id)
                .toList());
        Map<UUID, Integer> uses = shown.isEmpty() ? Map.of() : decisions.uses(words.monthAgo());
        Instant staleBefore = documents.staleBefore();
        return shown.stream()
                .map(each -> words.row(each, progress.get(each.id()), uses.getOrDefault(each.id(), 0), staleBefore))
                .toList();
    }

    /** Where the next rows begin, 0 when there are none. */
    public int getNext() {
        return first + PAGE < count(shelf) ? first + PAGE : 0;
    }

    /** Where the rows before begin, -1 when these are the first. */
    public int getPrevious() {
        return first == 0 ? -1 : Math.max(0, first - PAGE);
    }

    /** Number of the first row that is shown, and of the last. */
    public int getFrom() {
        return first + 1;
    }

    public int getTo() {
        return first + getRows().size();
    }

    /** Of the tab. */
    public int getShown() {
        return count(shelf);
    }

    /** Whether something is still to be waited for. */
    public boolean isWorking() {
        return counts().working() > 0;
    }

    public int getDocuments() {
        return counts().all();
    }

    public int getPassages() {
        return counts().passages();
    }

    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A place in a list; what is none is the beginning. */
    static int number(String text) {
        return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    private static String key(DocumentShelf of) {
        return of.name().toLowerCase(Locale.ROOT);
    }

    public String getShow() {
        return key(shelf);
    }

    /** Anything unknown shows all. */
    public void setShow(String show) {
        shelf = Arrays.stream(DocumentShelf.values())
                .filter(each -> key(each).equals(show))
                .findFirst()
                .orElse(DocumentShelf.ALL);
    }

    public String getFirst() {
        return String.valueOf(first);
    }

    public void setFirst(String text) {
        first = number(text);
    }
}
