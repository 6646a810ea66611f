package io.sylion.knowledge.view;

import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.knowledge.service.RetrievalService;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.text.CleanText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a base answers to a question, and why: the same search that assistants use. */
@Named("searchTest")
@RequestScoped
public class SearchView {
    private static final int HITS = 5;
    private static final int LONGEST_QUESTION = 2_000;

    @Inject
    KnowledgeBaseService bases;

    @Inject
    RetrievalService retrieval;

    @Inject
    Clock clock;

    private String base;
    private String question;
    private List<KnowledgeBaseSummary> known;
    private List<RetrievedPassage> hits;
    private boolean modelAway;
    private long millis;

    /**
     * Looks the question up, when there is one.
     *
     * @throws KnowledgeNotFound when the address names a base that is not there
     */
    public void look() {
        UUID where = getBaseId();
        if (!isAsked() || where == null) {
            return;
        }
        Instant begun = clock.instant();
        try {
            hits = retrieval.retrieve(new RetrievalRequest(question, List.of(where), null, HITS, 1));
        } catch (ModelFailure e) {
            modelAway = true;
        }
        millis = Duration.between(begun, clock.instant()).toMillis();
    }

    public List<KnowledgeBaseSummary> getBases() {
        if (known == null) {
            known = bases.bases();
        }
        return known;
    }

    /** The base that was chosen, without a choice the first; null when there is none. */
    public UUID getBaseId() {
        if (base == null) {
            return getBases().isEmpty() ? null : getBases().getFirst().id();
        }
        return getBases().stream()
                .map(KnowledgeBaseSummary::id)
                .filter(id -> id.toString().equals(base))
                .findFirst()
                .orElseThrow(KnowledgeNotFound::named);
    }

    public boolean isAsked() {
        return question != null && !question.isBlank();
    }

    public List<RetrievedPassage> getHits() {
        return hits == null ? List.of() : hits;
    }

    public boolean isModelAway() {
        return modelAway;
    }

    public long getMillis() {
        return millis;
    }

    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question == null ? null : CleanText.of(question, LONGEST_QUESTION);
    }
}
