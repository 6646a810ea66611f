package io.sylion.library.view;

import io.sylion.decision.service.DecisionService;
import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.LibraryService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A base and its documents: figures, tabs, rows. Shown as a page, and again and again as a part of one. */
@Named("library")
@RequestScoped
public class LibraryView {
    private static final List<String> TABS = List.of("all", "working", "failed", "stale");

    @Inject
    KnowledgeBaseService bases;

    @Inject
    LibraryService documents;

    @Inject
    DecisionService decisions;

    @Inject
    DocumentWords words;

    private UUID base;
    private String show = "all";
    private List<KnowledgeBaseSummary> all;
    private List<DocumentDetails> found;
    private List<DocumentRow> rows;
    private Integer renewed;
    private boolean renewalRead;

    /** A tab with its count. */
    public record Tab(String key, long count, boolean on) {}

    public List<KnowledgeBaseSummary> getBases() {
        if (all == null) {
            all = bases.bases();
        }
        return all;
    }

    /** The chosen base, else the first; null when there is none. */
    public KnowledgeBaseSummary getChosen() {
        return getBases().stream()
                .filter(each -> base == null || each.id().equals(base))
                .findFirst()
                .orElse(getBases().isEmpty() ? null : getBases().getFirst());
    }

    private List<DocumentDetails> found() {
        if (found == null) {
            found = getChosen() == null
                    ? List.of()
                    : documents.documents(getChosen().id());
        }
        return found;
    }

    public List<Tab> getTabs() {
        List<Tab> tabs = new ArrayList<>();
        for (String key : TABS) {
            tabs.add(new Tab(
                    key, found().stream().filter(each -> isIn(key, each)).count(), key.equals(show)));
        }
        return tabs;
    }

    private boolean isIn(String tab, DocumentDetails document) {
        return tab.equals("all") || words.status(document).equals(tab);
    }

    public List<DocumentRow> getRows() {
        if (rows == null) {
            List<DocumentDetails> shown =
                    found().stream().filter(each -> isIn(show, each)).toList();
            Map<UUID, IndexingProgress> progress = documents.progress(shown.stream()
                    .filter(DocumentDetails::working)
                    .map(DocumentDetails::id)
                    .toList());
            Map<UUID, Integer> uses = documents.uses(decisions.citations(words.monthAgo()));
            rows = shown.stream()
                    .map(each -> words.row(each, progress.get(each.id()), uses.getOrDefault(each.id(), 0)))
                    .toList();
        }
        return rows;
    }

    /** Whether something is still to be waited for. */
    public boolean isWorking() {
        return found().stream().anyMatch(DocumentDetails::working);
    }

    /** How far, in percent, the vectors of another model are; null when none are being made. */
    public Integer getRenewed() {
        if (!renewalRead && getChosen() != null) {
            renewed = bases.renewal(getChosen().id())
                    .map(IndexingProgress::percent)
                    .orElse(null);
            renewalRead = true;
        }
        return renewed;
    }

    public int getDocuments() {
        return found().size();
    }

    public int getPassages() {
        return found().stream().mapToInt(DocumentDetails::passages).sum();
    }

    public String getBase() {
        return base == null ? null : base.toString();
    }

    public void setBase(String text) {
        base = uuid(text);
    }

    static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public String getShow() {
        return show;
    }

    public void setShow(String show) {
        this.show = TABS.contains(show) ? show : "all";
    }
}
