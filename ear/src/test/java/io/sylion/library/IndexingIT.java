package io.sylion.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.ApiClient;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.StaffSession;
import io.sylion.platform.test.Web;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What may happen while a document is indexed. It kills the server, so it runs near the end. */
@Order(Integer.MAX_VALUE - 1)
class IndexingIT {
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int MANY = 600;

    @Test
    void afterAKillItGoesOnAndNoPassageIsThereTwice() throws Exception {
        StaffSession lea = StaffSession.of(DemoPerson.LEA);
        UUID base = base(DemoPerson.LEA);
        UUID document = upload(lea, base, "kill.md", text("avant", MANY));
        Await.until("in the middle", LONG, () -> withVector(document), count -> count > 30);
        Installation.sylion("server", "kill");
        long before = withVector(document);
        assertThat(before).isLessThan(MANY);
        Installation.sylion("server", "start");
        Await.until("ready", LONG, IndexingIT::readiness, status -> status == 200);
        indexed(document);
        assertThat(passages(document)).isEqualTo(MANY);
        assertThat(Database.value(
                        "select count(distinct position) from knowledge_passage where document_id = ?", document))
                .isEqualTo((long) MANY);
        assertThat(counted(base)).as("counted once").isEqualTo(MANY);
        assertThat(Database.value("select attempts from knowledge_document where id = ?", document))
                .as("it went on")
                .isEqualTo(2);
    }

    @Test
    void theFormerVersionAnswersUntilTheNewOneIsThere() throws Exception {
        StaffSession lea = StaffSession.of(DemoPerson.LEA);
        UUID base = base(DemoPerson.LEA);
        UUID document = upload(lea, base, "version.md", text("ancien", 5));
        indexed(document);
        String former = (String) Database.value("select object_key from knowledge_document where id = ?", document);
        assertThat(upload(lea, base, "version.md", text("nouveau", 300))).isEqualTo(document);
        Await.until("half ready", LONG, () -> withVector(document), count -> count > 20);
        assertThat(found(document)).as("found meanwhile").isEqualTo(5L);
        indexed(document);
        assertThat(found(document)).isEqualTo(300L);
        assertThat(passages(document)).as("nothing of the former is left").isEqualTo(300);
        assertThat(counted(base)).isEqualTo(300);
        Await.that(
                "the former file is gone",
                () -> !Files.exists(
                        Path.of(Installation.environment("SYLION_STORAGE_ROOT")).resolve(former)));
    }

    @Test
    void aDocumentThatIsDeletedMeanwhileLeavesNothing() throws Exception {
        UUID base = base(DemoPerson.LEA);
        UUID document = upload(StaffSession.of(DemoPerson.LEA), base, "parti.md", text("parti", MANY));
        String file = (String) Database.value("select object_key from knowledge_document where id = ?", document);
        Await.until("in the middle", LONG, () -> withVector(document), count -> count > 20);
        assertThat(ApiClient.of(DemoChannel.BOUTIQUE, "WRITE")
                        .call("DELETE", "/knowledge/documents/" + document, null)
                        .status())
                .isEqualTo(204);
        UUID next = upload(StaffSession.of(DemoPerson.LEA), base, "reste.md", text("reste", 100));
        indexed(next);
        assertThat(Database.value("select count(*) from knowledge_passage where base_id = ?", base))
                .isEqualTo(100L);
        assertThat(Database.value("select count(*) from knowledge_vector where base_id = ?", base))
                .isEqualTo(100L);
        assertThat(Database.value("""
                        select count(*) from knowledge_posting o
                        where base_id = ? and not exists (select from knowledge_passage p where p.id = o.passage_id)""", base)).isEqualTo(0L);
        assertThat(counted(base)).isEqualTo(100);
        Await.that(
                "the file is gone",
                () -> !Files.exists(
                        Path.of(Installation.environment("SYLION_STORAGE_ROOT")).resolve(file)));
    }

    @Test
    void twoTenantsWithTheSameFileKnowNothingOfEachOther() throws Exception {
        UUID ofLea = base(DemoPerson.LEA);
        UUID ofNina = base(DemoPerson.NINA);
        UUID mine = upload(StaffSession.of(DemoPerson.LEA), ofLea, "same.md", text("pareil", 3));
        UUID theirs = upload(StaffSession.of(DemoPerson.NINA), ofNina, "same.md", text("pareil", 3));
        indexed(mine);
        indexed(theirs);
        assertThat(mine).isNotEqualTo(theirs);
        assertThat(counted(ofLea)).isEqualTo(3);
        assertThat(counted(ofNina)).isEqualTo(3);
        assertThat(Database.value("""
                        select count(*) from knowledge_vector v join knowledge_passage p on p.id = v.passage_id
                        where v.document_id in (?, ?) and v.tenant_id = p.tenant_id""", mine, theirs)).isEqualTo(6L);
        assertThat(StaffSession.of(DemoPerson.NINA)
                        .upload(ofLea, "foreign.md", "x".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffSession.of(DemoPerson.HUGO)
                        .upload(ofLea, "agent.md", "x".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .as("an agent reads only")
                .isEqualTo(403);
    }

    private static UUID base(DemoPerson person) throws Exception {
        return (UUID) Database.value("""
                insert into knowledge_base (id, tenant_id, created_at, name)
                select gen_random_uuid(), m.tenant_id, now(), 'Essai' from governance_member m
                join governance_person p on p.id = m.person_id where p.email = ? returning id""", person.email());
    }

    private static UUID upload(StaffSession session, UUID base, String name, String text) throws Exception {
        assertThat(session.upload(base, name, text.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(201);
        return (UUID) Database.value("select id from knowledge_document where base_id = ? and title = ?", base, name);
    }

    /** As many passages as sections. */
    private static String text(String word, int sections) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sections; i++) {
            text.append("# Article ").append(word).append(' ').append(i).append("\n\n");
            text.append("Le client peut rendre un article ")
                    .append(word)
                    .append(" sous trente jours. ".repeat(8))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static void indexed(UUID document) throws Exception {
        Await.until(
                "indexed",
                LONG,
                () -> Database.rows("select state, failure from knowledge_document where id = ?", document)
                        .getFirst(),
                row -> "INDEXED".equals(row.get("state")));
    }

    private static int readiness() {
        try {
            return Web.get(Installation.managementAddress() + "/health/ready").status();
        } catch (Exception e) {
            return 0;
        }
    }

    private static long withVector(UUID document) throws Exception {
        return (long) Database.value("""
                select count(*) from knowledge_passage p join knowledge_document d on d.id = p.document_id and d.revision = p.revision
                where d.id = ? and d.state = 'INDEXING' and exists (select from knowledge_vector v where v.passage_id = p.id)""", document);
    }

    private static int passages(UUID document) throws Exception {
        return ((Long) Database.value("select count(*) from knowledge_passage where document_id = ?", document))
                .intValue();
    }

    private static Object found(UUID document) throws Exception {
        return Database.value("""
                select count(*) from knowledge_passage p
                join knowledge_document d on d.id = p.document_id and d.indexed_revision = p.revision where d.id = ?""", document);
    }

    private static Object counted(UUID base) throws Exception {
        return Database.value("select passages from knowledge_term where base_id = ? and term = 0", base);
    }
}
