package io.sylion.assistant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sylion.assistant.domain.AssistantProfile;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyWriterTest {
    private static final AssistantProfile FREE = AssistantFixtures.assistant();
    private static final AssistantProfile KNOWING = AssistantFixtures.assistant(new UUID(0, 8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.75|0.750", "2|1.000", "-1|0.000", "\"NaN\"|0.000", "\"much\"|0.000", "1e400|1.000", "null|0.000"
            })
    void whateverConfidenceIsToldItLiesBetweenNoneAndFull(String told, String confidence) throws Exception {
        assertThat(read("{\"answer\":\"a\",\"confidence\":" + told + "}").confidence())
                .hasToString(confidence);
    }

    @Test
    void anAnswerCanBeStoredAndSent() throws Exception {
        assertThat(read("{\"answer\":\" a\\u0000b\\ud83d \"}").answer()).isEqualTo("ab\ufffd");
        assertThat(read("{\"answer\":\"" + "\\ud83d\\udc4d".repeat(3_000) + "\"}")
                        .answer()
                        .codePoints())
                .allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Bonjour !|Bonjour !|1.000|",
                "```json {\"answer\":\"Oui\",\"confidence\":0.5} ```|Oui|0.500|",
                "{\"answer\":\"Oui\"}|Oui|1.000|",
                "{\"answer\":\"Oui\",\"confidence\":0.1}|Oui|0.100|",
                "{\"answer\":7}||0|MALFORMED: no answer in the JSON"
            })
    void withoutKnowledgePlainWordsAreAnAnswer(String told, String answer, String confidence, String failure)
            throws Exception {
        ReplyDraft draft = ReplyWriter.readFree(FREE, response(told), "model", 0, 1);
        assertThat(draft.answer()).isEqualTo(answer);
        assertThat(draft.confidence()).hasToString(confidence);
        assertThat(draft.failure()).isEqualTo(failure);
    }

    @Test
    void withoutKnowledgeHalfAJsonIsNoAnswer() throws Exception {
        assertThatThrownBy(() -> ReplyWriter.readFree(FREE, response("{\"answer\":"), "model", 0, 1))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(ReplyWriter.readFree(FREE, response(" "), "model", 0, 1).answer())
                .isEmpty();
    }

    private static ReplyDraft read(String answer) throws JsonProcessingException {
        return ReplyWriter.read(KNOWING, response(answer), List.of(), "model", 1, 1);
    }

    private static ChatResponse response(String text) {
        return ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
    }
}
