package io.sylion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Sandbox;
import io.sylion.platform.test.StaffSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner names a store of Vertex AI Search, tries it, has assistants search there, and goes back. */
class RetrievalST {
    private static final String QUESTION = "Quels sont les délais de livraison ?";

    private static Browser browser;

    @BeforeAll
    static void enter() {
        Assumptions.assumeTrue(
                System.getenv("SYLION_AI_SEARCH_BASE_URL") != null, "the server does not ask the sandbox's search");
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void goBack() throws Exception {
        Sandbox.healthy();
        ManagedStores.forget(DemoChannel.BOUTIQUE);
    }

    @Test
    void aStoreIsTriedThenChosenThenLeft() throws Exception {
        RetrievalPage page = RetrievalPage.open(browser);
        assertThat(page.mode()).isEqualTo("OWN_INDEX");
        page.names("boutique-documents", "EU", "DATA_STORE", "aide");
        page.tries(QUESTION);
        assertThat(page.hits().getFirst()).contains("Livraison depuis l’atelier", "le lundi et le jeudi");
        assertThat(page.mode()).as("only tried").isEqualTo("OWN_INDEX");
        isAccessible();

        page.chooses("VERTEX_SEARCH");
        assertThat(page.mode()).isEqualTo("VERTEX_SEARCH");
        assertThat(page.message()).contains("Vertex AI Search");
        assertThat(Database.value("""
                        select after::text from governance_audit_entry
                        where tenant_id = ? and action = 'choose-retrieval' order by id desc limit 1""", DemoChannel.BOUTIQUE.tenant()))
                .asString()
                .contains("VERTEX_SEARCH", "projects/boutique-documents/locations/eu", "dataStores/aide");
        for (String place : new String[] {"/library/documents.xhtml", "/knowledge/search.xhtml"}) {
            browser.open(place);
            assertThat(browser.text("#managed")).as(place).contains("Vertex AI Search");
        }
        SearchPage.open(browser).asks("Boutique Lumière", QUESTION);
        assertThat(browser.find("#hits > li").getDomAttribute("data-document")).isEqualTo("livraison-atelier");
        assertThat(browser.has("#hits > li:first-child [data-leg=MANAGED]")).isTrue();

        page = RetrievalPage.open(browser);
        page.chooses("OWN_INDEX");
        assertThat(page.mode()).isEqualTo("OWN_INDEX");
        assertThat(page.project()).as("going back is one click").isEqualTo("boutique-documents");
        browser.open("/knowledge/search.xhtml");
        assertThat(browser.has("#managed")).isFalse();
    }

    @Test
    void whatGoesWrongIsSaidInWords() throws Exception {
        RetrievalPage page = RetrievalPage.open(browser);
        page.names("Mon projet", "GLOBAL", "ENGINE", "aide");
        page.chooses("VERTEX_SEARCH");
        assertThat(page.message()).contains("nom de projet");
        assertThat(RetrievalPage.open(browser).mode()).isEqualTo("OWN_INDEX");

        page.names("denied", "GLOBAL", "ENGINE", "aide");
        page.tries("");
        assertThat(page.message()).contains("Écrivez d’abord une question");
        page.tries(QUESTION);
        assertThat(page.failure()).contains("Google refuse la question", "403 PERMISSION_DENIED");
        isAccessible();
        page.names("boutique-documents", "GLOBAL", "ENGINE", "missing-engine");
        page.tries(QUESTION);
        assertThat(page.failure()).contains("404 NOT_FOUND");
        page.names("boutique-documents", "GLOBAL", "ENGINE", "standard-edition");
        page.tries(QUESTION);
        assertThat(page.hits().getFirst())
                .as("snippets, without their markup")
                .contains("le jeudi")
                .doesNotContain("<b>");
        page.tries("Vendez-vous des pneus ?");
        assertThat(page.found()).contains("ne trouve rien");
        Sandbox.knobs("searchMalformed", 1);
        page.tries(QUESTION);
        assertThat(page.failure()).contains("illisible");
    }

    @Test
    void onlyOwnersSeeThePage() throws Exception {
        assertThat(StaffSession.of(DemoPerson.HUGO)
                        .get("/knowledge/retrieval.xhtml")
                        .statusCode())
                .isEqualTo(403);
    }

    private static void isAccessible() {
        assertThat(new AxeBuilder().analyze(browser.driver()).getViolations()).isEmpty();
        assertThat(browser.overflow()).isLessThanOrEqualTo(0);
    }
}
