package io.sylion.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.platform.test.ApiClient;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Web;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A base that another model serves than the one of the configuration, as every base is after a change of it: the sandbox's Vertex AI
 * makes the former vectors. Nothing happens to it before {@link #isDue()}.
 */
final class ServedBase {
    private static final String FORMER = "text-multilingual-embedding-002";
    private static final int LENGTH = 256;
    private static final String PREDICT = Installation.address()
            + "/sandbox/vertex/v1/projects/test/locations/global/publishers/google/models/" + FORMER + ":predict";

    private final ApiClient shop;
    private final UUID id;
    private final int former;
    private final int today;

    private ServedBase(ApiClient shop, UUID id, int former, int today) {
        this.shop = shop;
        this.id = id;
        this.former = former;
        this.today = today;
    }

    /** With a document on refunds, and one of as many passages as wished. */
    static ServedBase byAFormerModel(int passages) throws Exception {
        ApiClient shop = ApiClient.of(DemoChannel.BOUTIQUE, "WRITE");
        String base = shop.base("Modèle " + UUID.randomUUID());
        Web.Answer added = shop.post(
                "/knowledge/bases/" + base + "/documents",
                Map.of(
                        "documents",
                        List.of(
                                text(
                                        "refund",
                                        "Remboursements",
                                        "Les remboursements sont versés sous quatorze jours sur la carte qui a servi à payer."),
                                text("many", "Catalogue", sections(passages)))));
        if (added.status() != 202) {
            throw new IllegalStateException(added.body());
        }
        shop.isIndexed(base);
        UUID id = UUID.fromString(base);
        Database.update("""
                insert into knowledge_model (provider, name, dimension) values ('vertex', ?, ?) on conflict do nothing""", FORMER, LENGTH);
        int former = (int) Database.value(
                "select id from knowledge_model where provider = 'vertex' and name = ? and dimension = ?",
                FORMER,
                LENGTH);
        int today = (int) Database.value("select model_id from knowledge_base where id = ?", id);
        ServedBase served = new ServedBase(shop, id, former, today);
        served.goBack();
        return served;
    }

    static Map<String, String> text(String externalId, String title, String text) {
        return Map.of("externalId", externalId, "title", title, "text", text, "mimeType", "text/markdown");
    }

    private static String sections(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "# Article " + i + "\n\n"
                        + "Le client peut rendre l’article %d. ".formatted(i).repeat(6))
                .collect(Collectors.joining("\n\n"));
    }

    private void goBack() throws Exception {
        List<Map<String, Object>> passages = Database.rows("""
                select p.id, d.title || chr(10) || p.heading || chr(10) || p.body as text
                from knowledge_passage p join knowledge_document d on d.id = p.document_id where p.base_id = ? order by p.id""", id);
        for (int from = 0; from < passages.size(); from += 100) {
            List<Map<String, Object>> some = passages.subList(from, Math.min(from + 100, passages.size()));
            List<String> vectors = vectors(some);
            for (int i = 0; i < some.size(); i++) {
                Database.update("""
                        insert into knowledge_vector (tenant_id, passage_id, model_id, base_id, document_id, revision, position, embedding)
                        select tenant_id, id, ?, base_id, document_id, revision, position, cast(? as vector)
                        from knowledge_passage where id = ?""", former, vectors.get(i), some.get(i).get("id"));
            }
        }
        Database.update("""
                with gone as (delete from knowledge_vector where base_id = ? and model_id = ?)
                update knowledge_base set model_id = ?, renewal_due_at = now() + interval '1 hour' where id = ?""", id, today, former, id);
    }

    private static List<String> vectors(List<Map<String, Object>> passages) throws IOException, InterruptedException {
        ObjectNode request = Web.JSON.createObjectNode();
        request.putObject("parameters").put("outputDimensionality", LENGTH);
        ArrayNode instances = request.putArray("instances");
        passages.forEach(each -> instances.addObject().put("content", (String) each.get("text")));
        Web.Answer answer = Web.call("POST", PREDICT, request.toString(), "Authorization", "Bearer stand-in");
        List<String> vectors = new ArrayList<>();
        for (JsonNode each : answer.json().path("predictions")) {
            vectors.add(each.path("embeddings").path("values").toString());
        }
        return vectors;
    }

    UUID id() {
        return id;
    }

    ApiClient shop() {
        return shop;
    }

    /** From now on the sweep finds it. */
    void isDue() throws Exception {
        Database.update("update knowledge_base set renewal_due_at = now() where id = ?", id);
    }

    /** How similar the document on refunds is to a question about it, by the model that serves; null when meaning has not found it. */
    Double similarity() throws Exception {
        Web.Answer answer = shop.get("/knowledge/bases/" + id + "/search?k=5&q=Quand+serai-je+rembours%C3%A9+%3F");
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return StreamSupport.stream(answer.json().path("hits").spliterator(), false)
                .filter(hit -> hit.path("externalId").asText().equals("refund"))
                .flatMap(hit -> StreamSupport.stream(hit.path("legs").spliterator(), false))
                .filter(leg -> leg.path("leg").asText().equals("MEANING"))
                .map(leg -> leg.path("score").asDouble())
                .findFirst()
                .orElse(null);
    }

    boolean isServedByTheFormer() throws Exception {
        return former == (int) Database.value("select model_id from knowledge_base where id = ?", id);
    }

    long vectorsOfToday() throws Exception {
        return vectors(today);
    }

    long vectorsOfTheFormer() throws Exception {
        return vectors(former);
    }

    private long vectors(int model) throws Exception {
        return (long)
                Database.value("select count(*) from knowledge_vector where base_id = ? and model_id = ?", id, model);
    }

    /** Passages with vectors of today's model, and the transaction that wrote each. */
    Map<Object, Object> writingsOfToday() throws Exception {
        Map<Object, Object> writings = new HashMap<>();
        for (Map<String, Object> row : Database.rows(
                "select passage_id, cast(xmin as text) as written from knowledge_vector where base_id = ? and model_id = ?",
                id,
                today)) {
            writings.put(row.get("passage_id"), row.get("written"));
        }
        return writings;
    }

    long passages() throws Exception {
        return (long) Database.value("select count(*) from knowledge_passage where base_id = ?", id);
    }

    String document(String externalId) throws Exception {
        return Database.value("select id from knowledge_document where base_id = ? and external_id = ?", id, externalId)
                .toString();
    }

    /** Rows of a document in all that is made of it. */
    static long left(String document) throws Exception {
        return (long) Database.value("""
                select (select count(*) from knowledge_document where id = cast(? as uuid))
                     + (select count(*) from knowledge_passage where document_id = cast(? as uuid))
                     + (select count(*) from knowledge_vector where document_id = cast(? as uuid))""", document, document, document);
    }

    /** Postings of passages that are not there. */
    long strayPostings() throws Exception {
        return (long) Database.value("""
                select count(*) from knowledge_posting o
                where base_id = ? and not exists (select from knowledge_passage p where p.id = o.passage_id)""", id);
    }

    /** How many passages are counted for the rarity of words. */
    int counted() throws Exception {
        return (int) Database.value("select passages from knowledge_term where base_id = ? and term = 0", id);
    }
}
