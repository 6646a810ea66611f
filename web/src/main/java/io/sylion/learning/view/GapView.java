package io.sylion.learning.view;

import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.learning.domain.AskedQuestion;
import io.sylion.learning.domain.GapDetails;
import io.sylion.learning.service.GapService;
import io.sylion.platform.faces.Exchange;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** One gap: who asked what, the article that answers, and which of the questions find it. */
@Named("gap")
@RequestScoped
public class GapView {
    @Inject
    GapService service;

    @Inject
    KnowledgeBaseService knowledge;

    @Inject
    Texts texts;

    private UUID id;
    private GapDetails details;
    private List<AskedQuestion> questions;
    private List<KnowledgeBaseSummary> bases;

    /** Null when there is no such gap. */
    public GapDetails getDetails() {
        if (details == null && gapId() != null) {
            details = service.details(gapId()).orElse(null);
        }
        return details;
    }

    public List<AskedQuestion> getQuestions() {
        if (questions == null) {
            questions = gapId() == null ? List.of() : service.questions(gapId());
        }
        return questions;
    }

    /** How many of those shown find the article. */
    public long getAnswered() {
        return getQuestions().stream().filter(each -> each.answeredAt() != null).count();
    }

    public List<KnowledgeBaseSummary> getBases() {
        if (bases == null) {
            bases = knowledge.bases();
        }
        return bases;
    }

    /** What stands between a question and its answer, for one that was asked again in vain. */
    public String reason(AskedQuestion question) {
        return question.bestTitle() == null
                ? texts.get("learning", "found.nothing")
                : texts.get("learning", "found.best", question.bestTitle(), question.bestScore());
    }

    /** A form that comes back is laid out before the page's parameters are set: then the address says which. */
    UUID gapId() {
        if (id == null) {
            setId(Exchange.parameter("id"));
        }
        return id;
    }

    public String getId() {
        return gapId() == null ? null : id.toString();
    }

    /** What is no id is no gap. */
    public void setId(String text) {
        try {
            id = text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            id = null;
        }
    }
}
