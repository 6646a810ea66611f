package io.sylion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Sandbox;
import io.sylion.platform.test.StaffSession;
import io.sylion.platform.test.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The embedding model changes while questions are asked. It kills the server, so it runs near the end. */
@Order(Integer.MAX_VALUE - 2)
class ModelChangeIT {
    private static final Duration LONG = Duration.ofSeconds(180);

    @Test
    void theFormerModelServesUntilTheNewOneHasReadAll() throws Exception {
        ServedBase base = ServedBase.byAFormerModel(400);
        double former = base.similarity();
        assertThat(renewal(base)).contains("id=\"renewal\"");
        base.isDue();
        List<Double> asked = new ArrayList<>();
        Await.until(
                "the change",
                LONG,
                () -> {
                    boolean before = base.isServedByTheFormer();
                    Double similarity = base.similarity();
                    asked.add(similarity);
                    if (before && base.isServedByTheFormer()) {
                        assertThat(similarity).isEqualTo(former);
                    }
                    return before;
                },
                before -> !before);
        double next = asked.getLast();
        assertThat(asked).as("found by meaning each time").doesNotContainNull().hasSizeGreaterThan(10);
        assertThat(asked)
                .containsOnly(former, next)
                .isSortedAccordingTo((a, b) -> a.equals(b) ? 0 : a == former ? -1 : 1);
        assertThat(next).isNotEqualTo(former);
        assertThat(renewal(base)).doesNotContain("id=\"renewal\"");
        assertThat(base.vectorsOfToday()).isEqualTo(base.passages());
        assertThat(base.vectorsOfTheFormer())
                .as("a question may still be on its way")
                .isEqualTo(base.passages());
        base.isDue();
        Await.until("the former vectors are gone", LONG, base::vectorsOfTheFormer, count -> count == 0);
        Await.until(
                "nothing is owed",
                () -> Database.rows("select renewal_due_at from knowledge_base where id = ?", base.id())
                        .getFirst(),
                row -> row.get("renewal_due_at") == null);
        assertThat(base.similarity()).isEqualTo(next);
        assertThat(Database.value("select max(revision) from knowledge_document where base_id = ?", base.id()))
                .as("nothing was read or split again")
                .isEqualTo(1);
    }

    @Test
    void afterAKillItGoesOnAndNoVectorIsMadeTwice() throws Exception {
        ServedBase base = ServedBase.byAFormerModel(600);
        base.isDue();
        Await.until("in the middle", LONG, base::vectorsOfToday, count -> count > 60);
        Installation.sylion("server", "kill");
        long before = base.vectorsOfToday();
        assertThat(before).isLessThan(base.passages());
        assertThat(base.isServedByTheFormer()).isTrue();
        Map<Object, Object> kept = base.writingsOfToday();
        Installation.sylion("server", "start");
        Await.until("ready", LONG, ModelChangeIT::readiness, status -> status == 200);
        assertThat(base.similarity()).as("the former model serves").isNotNull();
        Await.until("the change", LONG, base::isServedByTheFormer, former -> !former);
        assertThat(base.vectorsOfToday()).isEqualTo(base.passages());
        assertThat(base.writingsOfToday()).as("what was there stayed").containsAllEntriesOf(kept);
        assertThat(base.similarity()).isNotNull();
    }

    @Test
    void whatIsWrittenMeanwhileIsFoundByBothAndWhatIsRemovedLeavesNothing() throws Exception {
        ServedBase base = ServedBase.byAFormerModel(800);
        String many = base.document("many");
        base.isDue();
        Await.until("in the middle", LONG, base::vectorsOfToday, count -> count > 30);
        base.shop()
                .post(
                        "/knowledge/bases/" + base.id() + "/documents",
                        ServedBase.text("late", "Ourlets", "Nous raccourcissons les pantalons gratuitement."));
        base.shop().isIndexed(base.id().toString());
        assertThat(Database.value(
                        "select count(*) from knowledge_vector where document_id = cast(? as uuid)",
                        base.document("late")))
                .as("vectors of the one passage")
                .isEqualTo(2L);
        assertThat(base.isServedByTheFormer()).as("still in the middle").isTrue();
        assertThat(base.shop()
                        .call("DELETE", "/knowledge/documents/" + many, null)
                        .status())
                .isEqualTo(204);
        Await.until("the change", LONG, base::isServedByTheFormer, former -> !former);
        assertThat(ServedBase.left(many)).isZero();
        assertThat(base.strayPostings()).isZero();
        assertThat(base.counted()).isEqualTo(2);
        assertThat(base.vectorsOfToday()).isEqualTo(2);
    }

    @Test
    void withoutTheFormerModelTheWordsMustDo() throws Exception {
        ServedBase base = ServedBase.byAFormerModel(1);
        Sandbox.knobs("embeddingFaults", true, "model429", -1);
        try {
            assertThat(base.similarity()).as("by meaning").isNull();
            assertThat(base.shop()
                            .get("/knowledge/bases/" + base.id() + "/search?q=remboursements")
                            .json()
                            .path("hits")
                            .path(0)
                            .path("externalId")
                            .asText())
                    .isEqualTo("refund");
        } finally {
            Sandbox.healthy();
        }
        Await.until("found by meaning again", base::similarity, similarity -> similarity != null);
        base.isDue();
    }

    private static String renewal(ServedBase base) throws Exception {
        return StaffSession.of(DemoPerson.LEA)
                .get("/library/documents.xhtml?base=" + base.id())
                .body();
    }

    private static int readiness() {
        try {
            return Web.get(Installation.managementAddress() + "/health/ready").status();
        } catch (Exception e) {
            return 0;
        }
    }
}
