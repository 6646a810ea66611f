package io.sylion.knowledge.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.sylion.knowledge.domain.ContextPassage;
import io.sylion.platform.ai.adapter.local.ExtractiveChatModel;
import io.sylion.platform.api.Json;
import io.sylion.platform.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the local model answers to questions about the demo shop, given all of its passages. */
class DemoAnswersTest {
    private static final List<String> DOCUMENTS =
            List.of("livraison", "retours", "echanges", "tailles", "paiement", "carte-cadeau", "boutique", "compte");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bonjour, quels sont vos délais de livraison ? | 2 à 4 jours ouvrés",
                "bonjour quel est le delai de livraison svp | 2 à 4 jours ouvrés",
                "Combien coûte la livraison en point relais ? | 3,90 €",
                "Vous livrez en Belgique ? | Belgique",
                "Comment retourner un article ? | Mes commandes",
                "Quand vais-je recevoir mon remboursement ? | 3 à 5 jours ouvrés",
                "Peut-on payer en plusieurs fois ? | 3 fois sans frais",
                "Acceptez-vous PayPal ? | PayPal",
                "Quels sont les horaires de la boutique ? | 10 h à 19 h",
                "La boutique est-elle ouverte le dimanche ? | dimanche",
                "Quelle est la durée de validité d'une carte cadeau ? | deux ans",
                "J'ai oublié mon mot de passe | oublié",
                "Comment échanger une taille ? | gratuit",
                "Où se trouve votre boutique à Lyon ? | rue des Capucins",
                "Comment supprimer mon compte ? | Supprimer mon compte",
                "Les bottines Margot taillent comment ? | chaussent grand",
            })
    void answersFromTheRightPlace(String question, String words) throws IOException {
        JsonNode answer = ask(question);
        assertThat(plain(answer.path("answer").asText())).contains(words);
        assertThat(answer.path("citations")).hasSize(1);
        assertThat(answer.path("confidence").asDouble()).isGreaterThan(0.4);
        assertThat(answer.path("language").asText()).isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vendez-vous des pneus de tracteur ?",
                "Quel temps fera-t-il demain ?",
                "Pouvez-vous me donner une recette de tarte aux pommes ?",
                "Bonjour",
                "What is the capital of Peru?",
            })
    void saysNothingWhenNothingAnswers(String question) throws IOException {
        JsonNode answer = ask(question);
        assertThat(answer.path("answer").asText()).isEmpty();
        assertThat(answer.path("citations")).isEmpty();
        assertThat(answer.path("confidence").asDouble()).isZero();
    }

    @Test
    void asksForAPersonWhenTheCustomerDoes() throws IOException {
        assertThat(ask("Je veux parler à quelqu’un de l’équipe")
                        .path("escalate")
                        .asBoolean())
                .isTrue();
    }

    private static JsonNode ask(String question) throws IOException {
        ObjectNode prompt =
                Json.mapper().createObjectNode().put("question", question).put("language", "fr");
        ArrayNode passages = prompt.putArray("passages");
        for (String name : DOCUMENTS) {
            String text = read(name);
            String title = text.lines().findFirst().orElseThrow().substring(2);
            for (String span : spans(title, text)) {
                passages.addObject()
                        .put("id", name + passages.size())
                        .put("title", title)
                        .put("text", span);
            }
        }
        String answer = new ExtractiveChatModel()
                .chat(ChatRequest.builder()
                        .messages(UserMessage.from(prompt.toString()))
                        .build())
                .aiMessage()
                .text();
        return Json.mapper().readTree(answer);
    }

    /** The document as retrieval gives it: small passages with what stands around them. */
    private static List<String> spans(String title, String text) {
        UUID document = new UUID(0, 1);
        List<PassageSplitter.Part> parts = PassageSplitter.split(title, "text/markdown", Language.FR, text);
        List<ContextPassage> passages = new ArrayList<>();
        for (PassageSplitter.Part part : parts) {
            int position = passages.size();
            passages.add(new ContextPassage(
                    new UUID(1, position), document, "", title, position, part.heading(), part.body()));
        }
        List<String> spans = new ArrayList<>();
        for (int next = 0; next < passages.size(); ) {
            List<ContextPassage> span = new Surroundings(passages.subList(next, passages.size()))
                    .around(document, next)
                    .orElseThrow();
            spans.add(Surroundings.text(span));
            next += span.size();
        }
        return spans;
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String read(String name) throws IOException {
        try (InputStream in = DemoAnswersTest.class.getResourceAsStream("/io/sylion/demo/" + name + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
