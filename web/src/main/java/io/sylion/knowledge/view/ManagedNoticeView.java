package io.sylion.knowledge.view;

import io.sylion.knowledge.service.RetrievalChoiceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says on pages about documents that assistants do not search in them. */
@Named("managedNotice")
@RequestScoped
public class ManagedNoticeView {
    @Inject
    RetrievalChoiceService choices;

    private Boolean shown;

    public boolean isShown() {
        if (shown == null) {
            shown = choices.store().isPresent();
        }
        return shown;
    }
}
