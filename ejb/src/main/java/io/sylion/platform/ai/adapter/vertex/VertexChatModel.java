package io.sylion.platform.ai.adapter.vertex;

import com.google.genai.Client;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.Part;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gemini on Vertex AI. Blocked, cut and unreadable answers are failures, never empty words. */
public final class VertexChatModel implements ChatModel {
    /** Thoughts count against the limit of the answer: without room for them the answer is cut, or never begins. */
    private static final int ROOM_FOR_THOUGHTS = 2048;

    private final Client client;
    private final String model;

    public VertexChatModel(ModelSettings settings) {
        client = VertexClient.open(settings);
        model = settings.model();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        String name = request.modelName() == null ? model : request.modelName();
        GenerateContentResponse response = VertexClient.call(
                () -> client.models.generateContent(name, contents(request.messages()), config(request)));
        return answer(response, name);
    }

    private static GenerateContentConfig config(ChatRequest request) {
        GenerateContentConfig.Builder config = GenerateContentConfig.builder();
        String instructions = request.messages().stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> ((SystemMessage) message).text())
                .collect(Collectors.joining("\n\n"));
        if (!instructions.isEmpty()) {
            config.systemInstruction(Content.fromParts(Part.fromText(instructions)));
        }
        if (request.temperature() != null) {
            config.temperature(request.temperature().floatValue());
        }
        if (request.maxOutputTokens() != null) {
            config.maxOutputTokens(request.maxOutputTokens() + ROOM_FOR_THOUGHTS);
        }
        ResponseFormat format = request.responseFormat();
        if (format != null && format.type() == ResponseFormatType.JSON) {
            config.responseMimeType("application/json");
            if (format.jsonSchema() != null) {
                config.responseSchema(VertexSchema.of(format.jsonSchema().rootElement()));
            }
        }
        return config.build();
    }

    private static List<Content> contents(List<ChatMessage> messages) {
        List<Content> contents = new ArrayList<>();
        for (ChatMessage message : messages) {
            switch (message) {
                case UserMessage user -> contents.add(content("user", user.singleText()));
                case AiMessage ai -> contents.add(content("model", ai.text()));
                default -> {
                    // instructions travel apart
                }
            }
        }
        return contents;
    }

    private static Content content(String role, String text) {
        return Content.builder().role(role).parts(Part.fromText(text)).build();
    }

    /** Reads the parts itself: the SDK's own text() throws for some reasons to stop and is silent about others. */
    private static ChatResponse answer(GenerateContentResponse response, String name) {
        response.promptFeedback().flatMap(feedback -> feedback.blockReason()).ifPresent(reason -> {
            throw new ModelFailure(Kind.BLOCKED, "Vertex AI refused the prompt: " + reason);
        });
        Candidate candidate = response.candidates()
                .filter(all -> !all.isEmpty())
                .map(List::getFirst)
                .orElseThrow(() -> new ModelFailure(Kind.BLOCKED, "Vertex AI gave no answer and no reason"));
        String text = candidate
                .content()
                .flatMap(Content::parts)
                .map(parts -> parts.stream()
                        .filter(part -> !part.thought().orElse(false))
                        .map(part -> part.text().orElse(""))
                        .collect(Collectors.joining()))
                .orElse("");
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .modelName(response.modelVersion().orElse(name))
                .finishReason(finishReason(candidate))
                .tokenUsage(tokens(response))
                .build();
    }

    /** New reasons may come: what is not known to be well is not. */
    private static FinishReason finishReason(Candidate candidate) {
        String reason = candidate.finishReason().map(Object::toString).orElse("none");
        return switch (reason) {
            case "STOP" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
                throw new ModelFailure(Kind.BLOCKED, "Vertex AI stopped its answer: " + reason);
            default -> throw new ModelFailure(Kind.MALFORMED, "Vertex AI stopped for another reason: " + reason);
        };
    }

    private static TokenUsage tokens(GenerateContentResponse response) {
        return response.usageMetadata()
                .map(usage -> {
                    int thoughts = usage.thoughtsTokenCount().orElse(0);
                    return new TokenUsage(
                            usage.promptTokenCount().orElse(0),
                            usage.candidatesTokenCount().orElse(0) + thoughts,
                            usage.totalTokenCount().orElse(0));
                })
                .orElse(null);
    }
}
