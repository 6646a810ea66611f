package io.sylion.knowledge.view;

import io.sylion.knowledge.api.ChooseRetrieval;
import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.knowledge.domain.RetrievalChoiceDetails;
import io.sylion.knowledge.domain.RetrievalMode;
import io.sylion.knowledge.domain.StoreKind;
import io.sylion.knowledge.domain.StoreLocation;

/** Where to search, and a question to try it with. */
public class RetrievalForm {
    private RetrievalMode mode;
    private String project = "";
    private StoreLocation location = StoreLocation.GLOBAL;
    private StoreKind kind = StoreKind.ENGINE;
    private String name = "";
    private String question = "";

    RetrievalForm(RetrievalChoiceDetails choice) {
        mode = choice.mode();
        if (choice.store() != null) {
            project = choice.store().project();
            location = choice.store().location();
            kind = choice.store().kind();
            name = choice.store().name();
        }
    }

    ChooseRetrieval toCommand() {
        return new ChooseRetrieval(mode, store());
    }

    ManagedStore store() {
        return new ManagedStore(project, location, kind, name);
    }

    public RetrievalMode getMode() {
        return mode;
    }

    public void setMode(RetrievalMode mode) {
        this.mode = mode;
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = stripped(project);
    }

    public StoreLocation getLocation() {
        return location;
    }

    public void setLocation(StoreLocation location) {
        this.location = location;
    }

    public StoreKind getKind() {
        return kind;
    }

    public void setKind(StoreKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = stripped(name);
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = stripped(question);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
