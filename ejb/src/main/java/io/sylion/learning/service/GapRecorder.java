package io.sylion.learning.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import io.sylion.assistant.api.QuestionUnanswered;
import io.sylion.assistant.service.ReplyQuestion;
import io.sylion.conversation.domain.HistoryTurn;
import io.sylion.conversation.service.OutboundService;
import io.sylion.decision.domain.CitedPassage;
import io.sylion.decision.domain.DecisionDetails;
import io.sylion.decision.service.DecisionService;
import io.sylion.governance.api.Permit;
import io.sylion.learning.domain.NewQuestion;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelInfo;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import io.sylion.platform.text.Language;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Keeps a question that was not answered with those that ask the same. Runs after the customer has been told so, on a queue of its
 * own: whatever goes wrong here costs no reply. The model is asked outside any transaction.
 */
@ApplicationScoped
@Permit(Role.OWNER)
public class GapRecorder {
    private static final Logger LOG = Logger.getLogger(GapRecorder.class.getName());
    private static final int LONGEST = 2_000;

    @Inject
    OutboundService conversations;

    @Inject
    DecisionService decisions;

    @Inject
    EmbeddingModel model;

    @Inject
    ModelInfo models;

    @Inject
    GapSteps steps;

    public void record(QuestionUnanswered unanswered) {
        String question = CleanText.of(words(unanswered), LONGEST).strip();
        Language language = Language.of(question);
        List<String> terms = TellingWords.of(question, language);
        if (terms.isEmpty()) {
            return;
        }
        decisions
                .ofMessage(unanswered.messageId())
                .map(decision -> question(unanswered, decision, question, language, terms))
                .ifPresent(steps::keep);
    }

    /** What the customer had asked by then: later turns are not looked at. */
    private String words(QuestionUnanswered unanswered) {
        UUID messageId = unanswered.messageId();
        List<HistoryTurn> turns = conversations.history(unanswered.conversationId(), ReplyQuestion.TURNS);
        int end = turns.size();
        while (end > 0 && !turns.get(end - 1).id().equals(messageId)) {
            end--;
        }
        return ReplyQuestion.of(
                        turns.subList(0, end),
                        messageId,
                        () -> conversations.text(messageId).orElse(""))
                .words();
    }

    private NewQuestion question(
            QuestionUnanswered unanswered,
            DecisionDetails decision,
            String question,
            Language language,
            List<String> terms) {
        float[] vector = vector(question);
        CitedPassage best = best(decision);
        return new NewQuestion(
                unanswered.conversationId(),
                unanswered.messageId(),
                unanswered.channelId(),
                unanswered.assistantId(),
                unanswered.baseIds(),
                question,
                language.code(),
                terms,
                decision.createdAt(),
                decision.outcomeReason(),
                best == null ? null : best.title(),
                best == null ? null : best.score(),
                vector == null ? null : models.embeddingModel(),
                vector);
    }

    /** Without the embedding model the words must do. */
    private float[] vector(String question) {
        try {
            return model.embed(EmbeddingRequest.builder()
                            .input(question)
                            .inputType(EmbeddingInputType.QUERY)
                            .build())
                    .embeddings()
                    .getFirst()
                    .vector();
        } catch (ModelFailure e) {
            LOG.warning(() -> "gap kept without a vector: " + e.kind());
            return null;
        }
    }

    private static CitedPassage best(DecisionDetails decision) {
        if (decision.passages() == null) {
            return null;
        }
        JsonNode first = Json.read(decision.passages(), JsonNode.class).path(0);
        return first.isMissingNode() ? null : Json.read(first.toString(), CitedPassage.class);
    }
}
