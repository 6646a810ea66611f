package io.sylion.assistant.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.knowledge.service.RetrievalService;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelInfo;
import io.sylion.platform.ai.ModelPrices;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The slow part of a reply: looks up what is known and asks the model. Runs outside any transaction and always returns a draft. */
@ApplicationScoped
class ReplyWriter {
    /** Models like to frame JSON as code. */
    private static final Pattern FENCE = Pattern.compile("\\A\\s*```(?:json)?|```\\s*\\z");

    private static final int MOST_PASSAGES = 6;
    private static final int LONGEST = 4000;

    @Inject
    RetrievalService retrieval;

    @Inject
    ChatModel model;

    @Inject
    ModelInfo info;

    @Inject
    ModelPrices prices;

    @Inject
    TypingSign typing;

    ReplyDraft write(ReplyPlan plan) {
        Future<?> sign = typing.begin(plan);
        try {
            ReplyDraft draft = draft(plan);
            return draft.costing(prices.micros(draft.model(), draft.inputTokens(), draft.outputTokens()));
        } finally {
            typing.end(plan, sign);
        }
    }

    private ReplyDraft draft(ReplyPlan plan) {
        String name = plan.assistant().model() == null
                ? info.model()
                : plan.assistant().model();
        long start = System.nanoTime();
        List<RetrievedPassage> passages;
        try {
            passages = retrieval.retrieve(
                    new RetrievalRequest(plan.question(), plan.assistant().baseIds(), MOST_PASSAGES));
        } catch (ModelFailure e) {
            return ReplyDraft.failed(
                    "retrieval: " + e.kind() + ": " + e.getMessage(), List.of(), name, millisSince(start), 0);
        }
        int retrievalMs = millisSince(start);
        if (plan.assistant().knows() && passages.isEmpty()) {
            return ReplyDraft.ofNothingFound(retrievalMs);
        }
        long asked = System.nanoTime();
        try {
            ChatResponse response = model.chat(ReplyPrompt.request(plan, passages));
            return plan.assistant().knows()
                    ? read(plan.assistant(), response, passages, name, retrievalMs, millisSince(asked))
                    : readFree(plan.assistant(), response, name, retrievalMs, millisSince(asked));
        } catch (ModelFailure e) {
            return ReplyDraft.failed(e.kind() + ": " + e.getMessage(), passages, name, retrievalMs, millisSince(asked));
        } catch (JsonProcessingException e) {
            return ReplyDraft.failed(
                    "MALFORMED: not the JSON asked for", passages, name, retrievalMs, millisSince(asked));
        }
    }

    /** An assistant without knowledge cites nothing, and its model may answer in plain words. */
    static ReplyDraft readFree(
            AssistantProfile assistant, ChatResponse response, String model, int retrievalMs, int modelMs)
            throws JsonProcessingException {
        String told = FENCE.matcher(response.aiMessage().text()).replaceAll("").strip();
        JsonNode reply = told.startsWith("{")
                ? Json.mapper().readTree(told)
                : Json.mapper().createObjectNode().put("answer", told);
        return read(assistant, reply, 1, response, List.of(), model, retrievalMs, modelMs);
    }

    static ReplyDraft read(
            AssistantProfile assistant,
            ChatResponse response,
            List<RetrievedPassage> passages,
            String model,
            int retrievalMs,
            int modelMs)
            throws JsonProcessingException {
        JsonNode reply = Json.mapper().readTree(response.aiMessage().text());
        return read(assistant, reply, 0, response, passages, model, retrievalMs, modelMs);
    }

    /** A citation that was not given to the model is not kept: what is cited exists. */
    private static ReplyDraft read(
            AssistantProfile assistant,
            JsonNode reply,
            double untold,
            ChatResponse response,
            List<RetrievedPassage> passages,
            String model,
            int retrievalMs,
            int modelMs) {
        if (!reply.path("answer").isTextual()) {
            return ReplyDraft.failed("MALFORMED: no answer in the JSON", passages, model, retrievalMs, modelMs);
        }
        String answer = words(reply.path("answer").asText());
        List<String> cited = new ArrayList<>();
        reply.path("citations").forEach(each -> cited.add(each.asText()));
        Set<UUID> citations = passages.stream()
                .map(RetrievedPassage::passageId)
                .filter(id -> cited.contains(id.toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var tokens = response.tokenUsage();
        return new ReplyDraft(
                answer,
                citations,
                AnswerCheck.doubt(answer, assistant.knows(), cited, passages, ours(assistant)),
                confidence(reply.path("confidence").asDouble(untold)),
                reply.path("escalate").asBoolean(false),
                passages,
                model,
                tokens == null ? null : tokens.inputTokenCount(),
                tokens == null ? null : tokens.outputTokenCount(),
                null,
                retrievalMs,
                modelMs,
                null);
    }

    private static String ours(AssistantProfile assistant) {
        return assistant.persona() + "\n" + assistant.handOffSentence() + "\n" + assistant.unknownSentence();
    }

    private static BigDecimal confidence(double told) {
        double confidence = Double.isNaN(told) ? 0 : Math.clamp(told, 0.0, 1.0);
        return BigDecimal.valueOf(confidence).setScale(3, RoundingMode.HALF_UP);
    }

    private static String words(String answer) {
        String words = CleanText.of(answer, answer.length()).strip();
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf(' ', LONGEST - 1);
        return CleanText.cut(words, end > 0 ? end : LONGEST - 1) + "…";
    }

    private static int millisSince(long nanos) {
        return (int) ((System.nanoTime() - nanos) / 1_000_000);
    }
}
