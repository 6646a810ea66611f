package io.sylion.library.view;

import io.sylion.knowledge.domain.DocumentDetails;
import io.sylion.knowledge.domain.DocumentOrigin;
import io.sylion.knowledge.domain.DocumentProblem;
import io.sylion.knowledge.domain.IndexingProgress;
import io.sylion.platform.faces.Moments;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Says in the reader's language what a document is and how it is. */
@RequestScoped
public class DocumentWords {
    /** Of these a document is tried again, until it fails for good. */
    private static final Set<DocumentProblem> PASSING =
            EnumSet.of(DocumentProblem.PAGE_AWAY, DocumentProblem.MODEL_AWAY, DocumentProblem.UNEXPECTED);

    private static final String FEATURE = "library";

    @Inject
    Texts texts;

    @Inject
    Moments moments;

    @Inject
    Clock clock;

    /**
     * @param progress null while no passage is there
     * @param uses null for unknown
     * @param staleBefore what nobody has looked at since then is to be reviewed
     */
    DocumentRow row(DocumentDetails document, IndexingProgress progress, Integer uses, Instant staleBefore) {
        String status = status(document, staleBefore);
        return new DocumentRow(
                document.id(),
                document.title(),
                kind(document),
                icon(document),
                status,
                texts.get(FEATURE, "status." + status),
                progress == null ? -1 : progress.percent(),
                why(document, status),
                document.indexedRevision() > 0,
                progress == null ? document.passages() : progress.passages(),
                uses,
                moments.brief(document.changedAt()),
                moments.exact(document.changedAt()));
    }

    /** Since when uses are counted. */
    Instant monthAgo() {
        return clock.instant().minus(Duration.ofDays(30));
    }

    private static String status(DocumentDetails document, Instant staleBefore) {
        if (document.working()) {
            return "working";
        }
        if (document.failed()) {
            return "failed";
        }
        return document.stale(staleBefore) ? "stale" : "indexed";
    }

    private String why(DocumentDetails document, String status) {
        if (status.equals("stale")) {
            return texts.get(FEATURE, "stale.why");
        }
        if (document.problem() == null) {
            return "";
        }
        boolean given = document.failed() && PASSING.contains(document.problem());
        return texts.get(FEATURE, "problem." + document.problem().name() + (given ? ".ended" : ""));
    }

    private String kind(DocumentDetails document) {
        String name = texts.get(FEATURE, "kind." + icon(document));
        if (document.origin() == DocumentOrigin.PAGE) {
            return name + " · " + texts.get(FEATURE, "kind.daily");
        }
        return document.fileBytes() == null ? name : name + " · " + size(document.fileBytes());
    }

    /** The name of the kind, for its picture and its word: by what the file is, before it was read by its ending. */
    private static String icon(DocumentDetails document) {
        if (document.origin() == DocumentOrigin.PAGE) {
            return "page";
        }
        if (document.origin() == DocumentOrigin.TEXT) {
            return "article";
        }
        String name = document.fileName();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = document.fileType() == null ? ending : document.fileType();
        if (type.contains("pdf")) {
            return "pdf";
        }
        if (type.contains("sheet") || type.contains("excel") || type.matches("xlsx?|ods")) {
            return "sheet";
        }
        if (type.contains("presentation") || type.contains("powerpoint") || type.matches("pptx?|odp")) {
            return "slides";
        }
        if (type.contains("word") || type.contains("opendocument.text") || type.matches("docx?|odt")) {
            return "letter";
        }
        if (type.contains("html") || type.equals("htm")) {
            return "html";
        }
        if (type.endsWith("csv")) {
            return "csv";
        }
        return type.endsWith("markdown") || type.equals("md") ? "markdown" : "text";
    }

    private String size(long bytes) {
        if (bytes < 1000 * 1000) {
            return texts.get(FEATURE, "kilobytes", Math.max(bytes == 0 ? 0 : 1, bytes / 1000));
        }
        NumberFormat number = NumberFormat.getNumberInstance(texts.locale());
        number.setMaximumFractionDigits(1);
        return texts.get(FEATURE, "megabytes", number.format(bytes / 1e6));
    }
}
