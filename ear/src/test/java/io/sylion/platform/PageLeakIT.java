package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.SourcePage;
import io.sylion.platform.test.StaffSession;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Path;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every address of the web module, tried by a member of another tenant with the ids of the first, and by nobody. Pages are found in
 * the sources and servlets by their annotations; an address of a new kind must be named here, with the test that tries it.
 */
class PageLeakIT {
    /** Addresses of servlets, and how a foreign id is put into them; "-" when they take none. */
    private static final Map<String, String> SERVLETS = Map.of("/media/*", "/media/%s", "", "-");

    /** Not asked by address and id; who tries them instead. */
    private static final Map<String, String> OTHERS = Map.of(
            "/live", "LiveUpdateIT",
            "/openapi.yaml", "KnowledgeApiIT",
            "/knowledge/bases", "KnowledgeApiIT",
            "/knowledge/documents/{id}", "KnowledgeApiIT",
            "/knowledge/evaluation-sets", "KnowledgeApiIT");

    private static final String SECRET = "motsecret" + System.nanoTime();

    private static Customer customer;
    private static List<String> ids;

    @BeforeAll
    static void makeTheFirstTenantsData() throws Exception {
        customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes("Bonjour, " + SECRET + ", quels sont vos délais de livraison ?");
        customer.decision(asked);
        customer.settles();
        ids = new ArrayList<>();
        for (Map<String, Object> row : Database.rows("""
                select c.id, c.contact_id, c.channel_id, c.tenant_id, m.id as message_id, d.id as decision_id
                from conversation_conversation c join conversation_message m on m.conversation_id = c.id
                left join decision_record d on d.message_id = m.id where c.id = ?""", customer.conversation())) {
            row.values().forEach(id -> ids.add(String.valueOf(id)));
        }
        Object media = Database.value("""
                insert into conversation_media (id, tenant_id, created_at, message_id, channel_id, mime_type, object_key, state, asked_at)
                select gen_random_uuid(), m.tenant_id, now(), m.id, m.channel_id, 'text/plain', 'none', 'STORED', now()
                from conversation_message m where m.conversation_id = ? and m.author = 'CUSTOMER' limit 1 returning id""", customer.conversation());
        ids.add(String.valueOf(media));
        Database.rows("select id from knowledge_base where tenant_id = ?", DemoChannel.BOUTIQUE.tenant())
                .forEach(row -> ids.add(String.valueOf(row.get("id"))));
        ids = ids.stream().distinct().filter(id -> !id.equals("null")).toList();
    }

    @TestFactory
    Stream<DynamicTest> noPageShowsAnotherTenantsData() throws Exception {
        StaffSession nina = StaffSession.of(DemoPerson.NINA);
        return SourcePage.all().stream()
                .map(page -> DynamicTest.dynamicTest(page.path(), () -> {
                    keepsQuiet(nina, page.path());
                    for (String parameter : page.parameters()) {
                        for (String id : ids) {
                            keepsQuiet(nina, page.path() + "?" + parameter + "=" + id);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noServletShowsAnotherTenantsData() throws Exception {
        StaffSession nina = StaffSession.of(DemoPerson.NINA);
        return SERVLETS.values().stream()
                .filter(pattern -> !pattern.equals("-"))
                .map(pattern -> DynamicTest.dynamicTest(pattern, () -> {
                    for (String id : ids) {
                        assertThat(nina.get(pattern.formatted(id)).statusCode())
                                .as(pattern + " " + id)
                                .isIn(403, 404);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInSeesTheDoorOnly() throws Exception {
        StaffSession nobody = StaffSession.ofNobody();
        return SourcePage.all().stream()
                .filter(page -> !page.isTheDoor())
                .map(page -> DynamicTest.dynamicTest(page.path(), () -> {
                    HttpResponse<String> answer = nobody.get(page.path());
                    assertThat(answer.statusCode()).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location").orElseThrow())
                            .contains("/sign-in.xhtml");
                }));
    }

    @TestFactory
    Stream<DynamicTest> theOperatorsPagesAreClosedToMembers() throws Exception {
        StaffSession lea = StaffSession.of(DemoPerson.LEA);
        return SourcePage.all().stream()
                .filter(SourcePage::isForOperators)
                .map(page -> DynamicTest.dynamicTest(
                        page.path(),
                        () -> assertThat(lea.get(page.path()).statusCode()).isEqualTo(403)));
    }

    /** The member's own tenant is not served by accident only: the page does show what is theirs. */
    @Test
    void theFirstTenantSeesItsOwn() throws Exception {
        StaffSession lea = StaffSession.of(DemoPerson.LEA);
        boolean shown = false;
        for (SourcePage page : SourcePage.all()) {
            if (page.path().startsWith("/inbox/")) {
                shown |= lea.get(page.path() + "?id=" + customer.conversation())
                        .body()
                        .contains(SECRET);
            }
        }
        assertThat(shown).isTrue();
    }

    @Test
    void everyAddressIsTriedSomewhere() {
        Map<String, String> found = new TreeMap<>();
        for (JavaClass each : new ClassFileImporter().importPaths("../web/target/classes")) {
            if (each.isAnnotatedWith(WebServlet.class)) {
                WebServlet servlet = each.getAnnotationOfType(WebServlet.class);
                Stream.concat(Stream.of(servlet.value()), Stream.of(servlet.urlPatterns()))
                        .forEach(pattern -> found.put(pattern, each.getSimpleName()));
            }
            if (each.isAnnotatedWith(ServerEndpoint.class)) {
                found.put(each.getAnnotationOfType(ServerEndpoint.class).value(), each.getSimpleName());
            }
            if (each.isAnnotatedWith(Path.class)) {
                found.put(each.getAnnotationOfType(Path.class).value(), each.getSimpleName());
            }
        }
        found.keySet().removeAll(SERVLETS.keySet());
        found.keySet().removeAll(OTHERS.keySet());
        assertThat(found).as("addresses that no test tries").isEmpty();
    }

    private static void keepsQuiet(StaffSession session, String address) throws Exception {
        HttpResponse<String> answer = session.get(address);
        assertThat(answer.statusCode()).as(address).isNotEqualTo(500);
        assertThat(answer.body())
                .as(address)
                .doesNotContain(SECRET)
                .doesNotContain(customer.phone().substring(3));
    }
}
