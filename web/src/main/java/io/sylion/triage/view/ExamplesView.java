package io.sylion.triage.view;

import io.sylion.platform.faces.Texts;
import io.sylion.triage.api.ExampleOutcome;
import io.sylion.triage.domain.IgnoreExample;
import io.sylion.triage.service.ExampleService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Ignore examples: unlike rules they hold as soon as they are added. */
@Named("examples")
@RequestScoped
public class ExamplesView {
    @Inject
    ExampleService service;

    @Inject
    Texts texts;

    private List<IgnoreExample> all;
    private String words;
    private ExampleOutcome outcome;

    public List<IgnoreExample> getAll() {
        if (all == null) {
            all = service.all();
        }
        return all;
    }

    public void add() {
        outcome = service.add(words);
        if (outcome.holds()) {
            words = null;
        }
        all = null;
    }

    public void remove(UUID id) {
        service.remove(id);
        all = null;
    }

    /** Null before anything was added. */
    public String getSaid() {
        return outcome == null ? null : texts.get("triage", "example." + outcome);
    }

    public boolean isRefused() {
        return outcome != null && !outcome.holds();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
