package io.sylion.library.view;

import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.PageIntake;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
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
            Redirect.here();
            return;
        }
        UUID made = bases.createBase(name.strip());
        Redirect.to("/library/documents.xhtml?base=" + made);
    }

    public void addText(UUID base) {
        if (isBlank(title) || isBlank(text)) {
            messages.error(FEATURE, "text.incomplete");
        } else {
            try {
                documents.addText(new AddDocument(base, title.strip(), "text:" + title.strip(), "text/markdown", text));
                messages.info(FEATURE, "text.added", title.strip());
            } catch (QuotaReached e) {
                messages.error(FEATURE, "refused.QUOTA");
            } catch (KnowledgeRefused e) {
                messages.error(FEATURE, "problem.TOO_LONG");
            }
        }
        Redirect.here();
    }

    public void addPages(UUID base) {
        try {
            messages.info(
                    FEATURE,
                    "pages.added",
                    pages.add(base, addresses == null ? "" : addresses).size());
        } catch (DocumentRefused e) {
            messages.error(FEATURE, "refused." + e.reason().name());
        }
        Redirect.here();
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
