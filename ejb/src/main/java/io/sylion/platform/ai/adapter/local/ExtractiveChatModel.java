package io.sylion.platform.ai.adapter.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.sylion.platform.ai.ModelFailure;
import io.sylion.platform.ai.ModelFailure.Kind;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.Language;
import java.util.List;

/**
 * Answers without any model: finds the sentences among the given passages that answer the question, and quotes them with their
 * source. It invents nothing, and says nothing when the passages do not answer.
 */
public final class ExtractiveChatModel implements ChatModel {

    /** What the prompt holds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prompt(String question, String language, List<Source> passages) {}

    /** A passage that may be quoted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Source(String id, String title, String text) {}

    /** The answer, by the schema that the prompt asks for. */
    record Answer(String answer, List<String> citations, double confidence, boolean escalate, String language) {}

    @Override
    public ChatResponse doChat(ChatRequest request) {
        Prompt prompt = prompt(request);
        Language language = Language.of(prompt.question(), Language.ofCode(prompt.language()));
        Answer answer = answer(prompt, language);
        String text = Json.write(answer);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text))
                .finishReason(FinishReason.STOP)
                .tokenUsage(new TokenUsage(0, 0))
                .build();
    }

    private static Answer answer(Prompt prompt, Language language) {
        if (PersonWanted.in(prompt.question())) {
            return new Answer("", List.of(), 1, true, language.code());
        }
        return new Extract(prompt.question(), language)
                .best(prompt.passages())
                .map(quote -> new Answer(
                        QuoteSentence.of(quote, prompt.question(), language),
                        List.of(quote.source().id()),
                        quote.confidence(),
                        false,
                        language.code()))
                .orElse(new Answer("", List.of(), 0, false, language.code()));
    }

    private static Prompt prompt(ChatRequest request) {
        for (ChatMessage message : request.messages().reversed()) {
            if (message instanceof UserMessage user && user.hasSingleText()) {
                try {
                    Prompt prompt = Json.read(user.singleText(), Prompt.class);
                    if (prompt.question() != null && prompt.passages() != null) {
                        return prompt;
                    }
                } catch (IllegalArgumentException e) {
                    throw new ModelFailure(Kind.MISCONFIGURED, "the local model reads a JSON document only", e);
                }
            }
        }
        throw new ModelFailure(Kind.MISCONFIGURED, "the prompt holds no question with passages");
    }
}
