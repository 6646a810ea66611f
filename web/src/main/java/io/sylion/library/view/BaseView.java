package io.sylion.library.view;

import io.sylion.assistant.service.AssistantService;
import io.sylion.knowledge.api.BaseInUse;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a manager does to a base as a whole: another name, or an end. */
@Named("libraryBase")
@RequestScoped
public class BaseView {
    private static final String FEATURE = "library";
    private static final String PAGE = "/library/documents.xhtml";

    @Inject
    KnowledgeBaseService bases;

    @Inject
    AssistantService assistants;

    @Inject
    LibraryView library;

    @Inject
    Messages messages;

    private String name;
    private List<String> users;

    /** Names of the assistants that answer from it, because of whom it cannot be deleted; empty when there are none. */
    public String getUsers() {
        if (users == null) {
            users = assistants.answeringFrom(library.getChosen().id());
        }
        return String.join(", ", users);
    }

    public void rename() {
        if (name == null || name.isBlank()) {
            messages.error(FEATURE, "base.noName");
        } else {
            bases.rename(library.getChosen().id(), name);
            messages.info(FEATURE, "base.renamed");
        }
        Redirect.here();
    }

    public void delete() {
        KnowledgeBaseSummary deleted = library.getChosen();
        try {
            bases.delete(deleted.id());
            messages.info(FEATURE, "base.deleted", deleted.name(), deleted.documents());
            Redirect.to(library.getBases().stream()
                    .filter(each -> !each.id().equals(deleted.id()))
                    .findFirst()
                    .map(each -> PAGE + "?base=" + each.id())
                    .orElse(PAGE));
        } catch (BaseInUse e) {
            messages.error(FEATURE, "base.inUse", String.join(", ", e.users()));
            Redirect.here();
        }
    }

    public String getName() {
        return name == null ? library.getChosen().name() : name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
