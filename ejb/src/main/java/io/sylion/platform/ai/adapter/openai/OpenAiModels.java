package io.sylion.platform.ai.adapter.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.ai.ModelSettings;
import java.util.function.Supplier;

/** Models of any server that speaks OpenAI's dialect, by LangChain4j's own client; failures in our words. */
public final class OpenAiModels {
    private OpenAiModels() {}

    public static ChatModel chat(ModelSettings settings) {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(address(settings))
                .apiKey(key(settings))
                .modelName(settings.model())
                .timeout(settings.timeLimit())
                .maxRetries(0)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .build();
        return new ChatModel() {
            @Override
            public ChatResponse doChat(ChatRequest request) {
                return call(() -> model.doChat(request));
            }

            @Override
            public ChatRequestParameters defaultRequestParameters() {
                return model.defaultRequestParameters();
            }
        };
    }

    public static EmbeddingModel embedding(ModelSettings settings) {
        OpenAiEmbeddingModel model = OpenAiEmbeddingModel.builder()
                .baseUrl(address(settings))
                .apiKey(key(settings))
                .modelName(settings.model())
                .dimensions(settings.dimension())
                .timeout(settings.timeLimit())
                .maxRetries(0)
                .build();
        return new EmbeddingModel() {
            @Override
            public EmbeddingResponse doEmbed(EmbeddingRequest request) {
                return call(() -> model.embed(request));
            }

            @Override
            public int dimension() {
                return settings.dimension();
            }

            @Override
            public String modelName() {
                return settings.model();
            }
        };
    }

    private static String address(ModelSettings settings) {
        if (settings.baseAddress() == null) {
            throw new ModelFailure(Kind.MISCONFIGURED, "sylion.ai.base-url must be set");
        }
        return settings.baseAddress();
    }

    /** Many servers on one's own machine want no key, the client does. */
    private static String key(ModelSettings settings) {
        return settings.apiKey() == null ? "none" : settings.apiKey();
    }

    private static <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (TimeoutException e) {
            throw new ModelFailure(Kind.TIMEOUT, "no answer of the model's server within the time limit", e);
        } catch (ContentFilteredException e) {
            throw new ModelFailure(Kind.BLOCKED, "the model's server refused the prompt", e);
        } catch (AuthenticationException e) {
            throw new ModelFailure(Kind.MISCONFIGURED, "the model's server does not accept the key", e);
        } catch (RuntimeException e) {
            // the client wraps what it cannot read in nothing more telling
            throw failure(e);
        }
    }

    private static ModelFailure failure(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                int status = http.statusCode();
                return ModelFailure.ofStatus(status, "the model's server answered " + status, failure);
            }
            if (cause instanceof JsonProcessingException && !(cause instanceof JsonEOFException)) {
                return new ModelFailure(Kind.MALFORMED, "the answer of the model's server cannot be read", failure);
            }
        }
        return new ModelFailure(Kind.UNAVAILABLE, "the connection to the model's server failed", failure);
    }
}
