package io.sylion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sylion.platform.test.ApiClient;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.StaffSession;
import io.sylion.platform.test.Web;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What another system does with a key: put documents in, find them, measure; and what it cannot do without the right one. */
class KnowledgeApiIT {
    private static final String REFUND =
            "Les remboursements sont versés sous quatorze jours sur la carte qui a servi à payer.";

    private static ApiClient shop;
    private static ApiClient other;
    private static String base;
    private static String document;
    private static String set;

    @BeforeAll
    static void fill() throws Exception {
        shop = ApiClient.of(DemoChannel.BOUTIQUE, "WRITE");
        other = ApiClient.of(DemoChannel.ATELIER, "WRITE");
        base = shop.base("API " + UUID.randomUUID());
        Web.Answer added = shop.post(
                "/knowledge/bases/" + base + "/documents",
                Map.of(
                        "documents",
                        List.of(
                                Map.of("externalId", "r-1", "title", "Remboursements", "text", REFUND),
                                Map.of(
                                        "externalId",
                                        "h-1",
                                        "title",
                                        "Horaires d’été",
                                        "text",
                                        "En juillet et en août, le magasin ouvre de neuf heures à vingt heures."),
                                Map.of(
                                        "externalId",
                                        "e-1",
                                        "title",
                                        "Gift cards",
                                        "text",
                                        "A gift card is valid for two years and may be used in several purchases.",
                                        "language",
                                        "en"))));
        assertThat(added.status()).as(added.body()).isEqualTo(202);
        document = added.json().path("documents").get(0).path("documentId").asText();
        shop.isIndexed(base);
        Web.Answer made = shop.post(
                "/knowledge/evaluation-sets",
                Map.of(
                        "baseId",
                        base,
                        "name",
                        "Test",
                        "questions",
                        List.of(
                                Map.of("question", "Quand serai-je remboursé ?", "expected", "r-1"),
                                Map.of("question", "Quels sont les horaires en août ?", "expected", "r-1"))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        set = made.json().path("id").asText();
    }

    @Test
    void aDocumentIsFoundByItsExternalId() throws Exception {
        JsonNode hits = search("Quand+serai-je+rembours%C3%A9+%3F");
        JsonNode first = hits.get(0);
        assertThat(first.path("externalId").asText()).isEqualTo("r-1");
        assertThat(first.path("documentId").asText()).isEqualTo(document);
        assertThat(first.path("title").asText()).isEqualTo("Remboursements");
        assertThat(first.path("passage").asText()).isEqualTo(REFUND);
        assertThat(first.path("score").asDouble()).isBetween(0.3, 1.0);
        assertThat(first.path("legs").findValuesAsText("leg")).contains("WORDS", "MEANING");
        assertThat(first.path("legs").findValuesAsText("rank")).contains("1");
    }

    @Test
    void questionsAreUnderstoodAsPeopleTypeThem() throws Exception {
        for (String question : List.of("rembourssemnt", "cmt etre rembourse svp", "REMBOURSEMENTS", "remboursement")) {
            assertThat(search(question.replace(' ', '+'))
                            .path(0)
                            .path("externalId")
                            .asText())
                    .as(question)
                    .isEqualTo("r-1");
        }
        assertThat(search("pneus+de+tracteur+agricole")).isEmpty();
    }

    @Test
    void theLanguageMayBeAskedFor() throws Exception {
        assertThat(search("gift+card&language=en").path(0).path("externalId").asText())
                .isEqualTo("e-1");
        assertThat(search("gift+card+valid&language=fr").findValuesAsText("externalId"))
                .doesNotContain("e-1");
    }

    @Test
    void theSameExternalIdReplacesTheDocument() throws Exception {
        String own = shop.base("Replaced " + UUID.randomUUID());
        String first = add(own, "a", "Couleur", "Le chat est orange.");
        String second = add(own, "a", "Couleur", "Le perroquet est violet.");
        assertThat(second).isEqualTo(first);
        shop.isIndexed(own);
        JsonNode hits = shop.get("/knowledge/bases/" + own + "/search?q=couleur&k=5")
                .json()
                .path("hits");
        assertThat(hits).hasSize(1);
        assertThat(hits.get(0).path("passage").asText()).contains("perroquet");
        assertThat(shop.get("/knowledge/bases/" + own + "/documents").json().path("documents"))
                .hasSize(1);
    }

    @Test
    void aDeletedDocumentIsGone() throws Exception {
        String own = shop.base("Deleted " + UUID.randomUUID());
        String id = add(own, "a", "Couleur", "Le chat est orange.");
        shop.isIndexed(own);
        assertThat(shop.get("/knowledge/documents/" + id).json().path("state").asText())
                .isEqualTo("INDEXED");
        assertThat(shop.call("DELETE", "/knowledge/documents/" + id, null).status())
                .isEqualTo(204);
        assertThat(shop.get("/knowledge/documents/" + id).status()).isEqualTo(404);
        assertThat(shop.get("/knowledge/bases/" + own + "/search?q=chat+orange")
                        .json()
                        .path("hits"))
                .isEmpty();
    }

    @Test
    void aRunTellsHowManyWereAnsweredRight() throws Exception {
        JsonNode run = shop.post("/knowledge/evaluation-sets/" + set + "/runs", Map.of())
                .json();
        assertThat(run.path("questions").asInt()).isEqualTo(2);
        assertThat(run.path("hitAt1").asDouble()).isEqualTo(0.5);
        assertThat(run.path("results").get(0).path("place").asInt()).isEqualTo(1);
        assertThat(run.path("results").get(1).path("first").asText()).isEqualTo("h-1");
        JsonNode runs =
                shop.get("/knowledge/evaluation-sets/" + set + "/runs").json().path("runs");
        assertThat(runs.findValuesAsText("runId")).contains(run.path("runId").asText());
    }

    @TestFactory
    Stream<DynamicTest> withoutAValidKeyNothingOpens() throws Exception {
        ApiClient revoked = ApiClient.of(DemoChannel.BOUTIQUE, "WRITE");
        revoked.isRevoked();
        return Stream.of(ApiClient.with(null), ApiClient.with("sylion_wrong"), ApiClient.with("wrong"), revoked)
                .flatMap(client -> requests()
                        .map(request -> DynamicTest.dynamicTest(request.toString(), () -> {
                            Web.Answer answer = client.call(request.method(), request.path(), request.body());
                            assertThat(answer.status()).isEqualTo(401);
                            assertThat(answer.json().path("detail").asText()).contains("key");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> anotherTenantsKeyFindsNothing() {
        return requests()
                .filter(request -> request.path().contains(base)
                        || request.path().contains(document)
                        || request.path().contains(set)
                        || request.body() != null)
                .map(request -> DynamicTest.dynamicTest(
                        request.toString(),
                        () -> assertThat(other.call(request.method(), request.path(), request.body())
                                        .status())
                                .isEqualTo(404)));
    }

    @Test
    void listsHoldTheTenantsOwnOnly() throws Exception {
        assertThat(other.get("/knowledge/bases").body()).doesNotContain(base);
        assertThat(other.get("/knowledge/evaluation-sets").body()).doesNotContain(set);
        assertThat(shop.get("/knowledge/bases").body()).contains(base);
    }

    @Test
    void aKeyForReadingChangesNothing() throws Exception {
        ApiClient reader = ApiClient.of(DemoChannel.BOUTIQUE, "READ");
        assertThat(reader.get("/knowledge/bases/" + base + "/search?q=horaires").status())
                .isEqualTo(200);
        assertThat(reader.post("/knowledge/bases", Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(reader.call("DELETE", "/knowledge/documents/" + document, null)
                        .status())
                .isEqualTo(403);
        assertThat(reader.post("/knowledge/evaluation-sets/" + set + "/runs", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSessionOfABrowserOpensNothing() throws Exception {
        assertThat(StaffSession.of(DemoPerson.LEA)
                        .get("/api/v1/knowledge/bases")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void badInputHasAClearAnswer() throws Exception {
        String documents = "/knowledge/bases/" + base + "/documents";
        assertThat(shop.call("POST", documents, "{").status()).isEqualTo(400);
        for (String address : List.of(documents, "/knowledge/bases", "/knowledge/evaluation-sets")) {
            assertThat(shop.call("POST", address, "null").status()).as(address).isEqualTo(400);
        }
        assertThat(shop.post(documents, Map.of("title", "Ohne", "text", "Id"))
                        .json()
                        .path("detail")
                        .asText())
                .contains("externalId");
        assertThat(shop.post(documents, Map.of("documents", List.of())).status())
                .isEqualTo(400);
        assertThat(shop.get("/knowledge/bases/" + base + "/search").status()).isEqualTo(400);
        assertThat(shop.get("/knowledge/bases/" + base + "/search?q=a&k=1000").status())
                .isEqualTo(400);
        assertThat(shop.get("/knowledge/bases/none").status()).isEqualTo(404);
        assertThat(shop.get("/knowledge/nothing").status()).isEqualTo(404);
        assertThat(shop.call("PUT", "/knowledge/bases", "{}").status()).isEqualTo(405);
    }

    /** The description is kept by hand: each address and verb must stand in it. */
    @Test
    void theDescriptionIsComplete() throws Exception {
        String description =
                Web.get(Installation.address() + "/api/v1/openapi.yaml").body();
        for (String name : List.of("BasesResource", "DocumentsResource", "EvaluationsResource")) {
            JavaClass resource = new ClassFileImporter()
                    .importPaths("../web/target/classes")
                    .get("io.sylion.knowledge.rest." + name);
            String root = resource.getAnnotationOfType(Path.class).value();
            for (JavaMethod method : resource.getMethods()) {
                String path = root
                        + method.tryGetAnnotationOfType(Path.class)
                                .map(Path::value)
                                .orElse("");
                Stream.of(GET.class, POST.class, DELETE.class)
                        .filter(method::isAnnotatedWith)
                        .forEach(verb -> assertThat(part(description, path))
                                .contains("    " + verb.getSimpleName().toLowerCase(Locale.ROOT) + ":"));
            }
        }
    }

    private static String part(String description, String path) {
        int from = description.indexOf("\n  " + path + ":\n");
        assertThat(from).as(path).isPositive();
        int to = description.indexOf("\n  /", from + 4);
        return description.substring(from, to < 0 ? description.indexOf("\ncomponents:") : to);
    }

    private record Request(String method, String path, String body) {}

    private static Stream<Request> requests() {
        String text = "{\"externalId\":\"x\",\"title\":\"x\",\"text\":\"x\"}";
        String questions = "{\"baseId\":\"%s\",\"name\":\"x\",\"questions\":[{\"question\":\"x\",\"expected\":\"x\"}]}"
                .formatted(base);
        return Stream.of(
                new Request("GET", "/knowledge/bases", null),
                new Request("GET", "/knowledge/bases/" + base, null),
                new Request("DELETE", "/knowledge/bases/" + base, null),
                new Request("GET", "/knowledge/bases/" + base + "/documents", null),
                new Request("POST", "/knowledge/bases/" + base + "/documents", text),
                new Request("GET", "/knowledge/bases/" + base + "/search?q=remboursement", null),
                new Request("GET", "/knowledge/documents/" + document, null),
                new Request("DELETE", "/knowledge/documents/" + document, null),
                new Request("GET", "/knowledge/evaluation-sets", null),
                new Request("POST", "/knowledge/evaluation-sets", questions),
                new Request("GET", "/knowledge/evaluation-sets/" + set, null),
                new Request("DELETE", "/knowledge/evaluation-sets/" + set, null),
                new Request("GET", "/knowledge/evaluation-sets/" + set + "/runs", null),
                new Request("POST", "/knowledge/evaluation-sets/" + set + "/runs", "{}"));
    }

    private static JsonNode search(String question) throws Exception {
        Web.Answer answer = shop.get("/knowledge/bases/" + base + "/search?q=" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("hits");
    }

    private static String add(String into, String externalId, String title, String text) throws Exception {
        Web.Answer answer = shop.post(
                "/knowledge/bases/" + into + "/documents",
                Map.of("externalId", externalId, "title", title, "text", text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("documentId").asText();
    }
}
