package io.sylion.knowledge.view;

import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.api.KnowledgeRefused;
import io.sylion.knowledge.domain.EvaluationResult;
import io.sylion.knowledge.domain.EvaluationRun;
import io.sylion.knowledge.domain.EvaluationSetSummary;
import io.sylion.knowledge.service.EvaluationRunner;
import io.sylion.knowledge.service.EvaluationService;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Sets of questions whose right document is known: import, run, and what came of it over time. What is run is what was shown, also
 * when another set was made since.
 */
@Named("evaluations")
@ViewScoped
public class EvaluationsView implements Serializable {
    private static final String PAGE = "/knowledge/search.xhtml";
    private static final int RUNS = 20;

    @Inject
    transient EvaluationService service;

    @Inject
    transient EvaluationRunner runner;

    @Inject
    transient Messages messages;

    private final EvaluationForm form = new EvaluationForm();
    private String set;
    private List<EvaluationSetSummary> sets;
    private transient List<EvaluationRun> runs;
    private transient List<EvaluationResult> results;

    public List<EvaluationSetSummary> getSets() {
        if (sets == null) {
            sets = service.sets();
        }
        return sets;
    }

    /**
     * The set that was chosen, without a choice the first; null when there is none.
     *
     * @throws KnowledgeNotFound when the address names a set that is not there
     */
    public EvaluationSetSummary getChosen() {
        if (set == null) {
            return getSets().isEmpty() ? null : getSets().getFirst();
        }
        return getSets().stream()
                .filter(each -> each.id().toString().equals(set))
                .findFirst()
                .orElseThrow(KnowledgeNotFound::named);
    }

    /** Of the chosen set, newest first. */
    public List<EvaluationRun> getRuns() {
        if (runs == null) {
            runs = getChosen() == null ? List.of() : service.runs(getChosen().id(), RUNS);
        }
        return runs;
    }

    /** Of the newest run, question by question. */
    public List<EvaluationResult> getResults() {
        if (results == null) {
            results = getRuns().isEmpty()
                    ? List.of()
                    : service.results(getRuns().getFirst().id());
        }
        return results;
    }

    public void run(UUID setId) {
        try {
            runner.run(setId);
            Redirect.to(address(setId));
        } catch (ModelFailure e) {
            messages.error("knowledge", "modelAway");
            Redirect.to(address(setId));
        } catch (KnowledgeNotFound e) {
            messages.error("knowledge", "set.gone");
            Redirect.to(PAGE);
        }
    }

    public void create() {
        try {
            Redirect.to(address(service.createSet(form.toCommand())));
        } catch (KnowledgeRefused e) {
            messages.error("knowledge", "set.refused." + e.reason(), e.number());
        } catch (KnowledgeNotFound e) {
            messages.error("knowledge", "set.refused.BASE");
        }
    }

    private static String address(UUID setId) {
        return PAGE + "?set=" + setId;
    }

    public EvaluationForm getForm() {
        return form;
    }

    public String getSet() {
        return set;
    }

    public void setSet(String set) {
        this.set = set;
    }
}
