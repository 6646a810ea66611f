package io.sylion.library.view;

import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.PageIntake;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import io.sylion.platform.text.CleanText;
import io.sylion.usage.api.QuotaReached;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** What members type in: a new base, a text, addresses of pages. Files come by a servlet of their own. */
@Named("sources")
@RequestScoped
public class SourcesView {
    private static final String FEATURE = "library";
    private static final int LONGEST_TITLE = 200;

    @Inject
    KnowledgeBaseService bases;

    @Inject
    DocumentService documents;

    @Inject
    PageIntake pages;

    @Inject
    Messages messages;

    private String name;
    private String title;
    private String text;
    private String addresses;

    public void createBase() {
        if (isBlank(name)) {
            messages.error(FEATURE, "base.noName");
            return;
        }
        UUID made = bases.createBase(name);
        Redirect.to("/library/documents.xhtml?base=" + made);
    }

    /** What was typed stays in the form when it cannot be taken. */
    public void addText(UUID base) {
        if (isBlank(title) || isBlank(text)) {
            messages.error(FEATURE, "text.incomplete");
            return;
        }
        try {
            String named = CleanText.of(title, LONGEST_TITLE).strip();
            documents.addText(new AddDocument(base, named, "text:" + named, "text/markdown", text));
            messages.info(FEATURE, "text.added", named);
            Redirect.here();
        } catch (QuotaReached e) {
            messages.error(FEATURE, "refused.QUOTA");
        } catch (KnowledgeRefused e) {
            messages.error(FEATURE, "problem.TOO_LONG");
        }
    }

    public void addPages(UUID base) {
        try {
            messages.info(
                    FEATURE,
                    "pages.added",
                    pages.add(base, addresses == null ? "" : addresses).size());
            Redirect.here();
        } catch (DocumentRefused e) {
            messages.error(FEATURE, "refused." + e.reason().name());
        }
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }
}
