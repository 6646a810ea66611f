package io.sylion.knowledge.view;

import io.sylion.knowledge.api.RetrievalRefused;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.RetrievalChoiceDetails;
import io.sylion.knowledge.domain.RetrievalMode;
import io.sylion.knowledge.domain.StoreKind;
import io.sylion.knowledge.domain.StoreLocation;
import io.sylion.knowledge.service.ManagedRetrieval;
import io.sylion.knowledge.service.RetrievalChoiceService;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import io.sylion.platform.text.CleanText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where assistants search: the owner's choice, and one question to see whether it would work. */
@Named("retrieval")
@RequestScoped
public class RetrievalView {
    private static final int HITS = 5;
    private static final int LONGEST_QUESTION = 2_000;

    @Inject
    RetrievalChoiceService choices;

    @Inject
    ManagedRetrieval managed;

    @Inject
    Messages messages;

    private RetrievalChoiceDetails choice;
    private RetrievalForm form;
    private List<RetrievedPassage> hits;
    private ModelFailure failure;

    @PostConstruct
    void read() {
        choice = choices.choice();
        form = new RetrievalForm(choice);
    }

    public void save() {
        try {
            choices.choose(form.toCommand());
            messages.info("knowledge", "place.saved." + form.getMode());
            Redirect.here();
        } catch (RetrievalRefused e) {
            messages.error("knowledge", "place.refused." + e.reason());
        }
    }

    /** Asks the store in the form, saved or not. */
    public void tryOut() {
        if (form.getQuestion().isEmpty()) {
            messages.error("knowledge", "try.empty");
            return;
        }
        String question = CleanText.of(form.getQuestion(), LONGEST_QUESTION);
        try {
            hits = managed.tryOut(form.store(), new RetrievalRequest(question, List.of(), HITS));
        } catch (RetrievalRefused e) {
            messages.error("knowledge", "place.refused." + e.reason());
        } catch (ModelFailure e) {
            failure = e;
        }
    }

    public RetrievalChoiceDetails getChoice() {
        return choice;
    }

    public RetrievalForm getForm() {
        return form;
    }

    public boolean isTried() {
        return hits != null;
    }

    public List<RetrievedPassage> getHits() {
        return hits == null ? List.of() : hits;
    }

    /** Why the store did not answer; null when it did, or was not asked. */
    public ModelFailure getFailure() {
        return failure;
    }

    public RetrievalMode[] getModes() {
        return RetrievalMode.values();
    }

    public StoreLocation[] getLocations() {
        return StoreLocation.values();
    }

    public StoreKind[] getKinds() {
        return StoreKind.values();
    }
}
