package io.sylion.platform.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.api.Json;
import java.util.Set;

/** A provider's model behind the guard. Only a complete answer in the form that was asked for comes back; all else is a failure. */
final class GuardedChatModel implements ChatModel {
    private final ChatModel model;
    private final ModelGuard guard;

    GuardedChatModel(ChatModel model, ModelGuard guard) {
        this.model = model;
        this.guard = guard;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return guard.call(() -> whole(request, model.chat(request)));
    }

    private static ChatResponse whole(ChatRequest request, ChatResponse response) {
        if (response.finishReason() == FinishReason.LENGTH) {
            throw new ModelFailure(Kind.TRUNCATED, "the answer was cut at the limit of tokens");
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new ModelFailure(Kind.BLOCKED, "the answer was filtered");
        }
        String text = response.aiMessage().text();
        if (text == null || text.isBlank()) {
            throw new ModelFailure(Kind.MALFORMED, "the answer holds no text");
        }
        boolean json =
                request.responseFormat() != null && request.responseFormat().type() == ResponseFormatType.JSON;
        if (json && !isJson(text)) {
            throw new ModelFailure(Kind.MALFORMED, "the answer is not the JSON asked for");
        }
        return response;
    }

    private static boolean isJson(String text) {
        try {
            return Json.mapper().readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public ModelProvider provider() {
        return model.provider();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return model.supportedCapabilities();
    }
}
