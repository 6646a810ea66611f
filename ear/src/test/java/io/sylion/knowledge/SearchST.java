package io.sylion.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.SignInPage;
import io.sylion.platform.test.ApiClient;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager sees what is found and why, and measures whether a change helped. */
class SearchST {
    private static final String BASE = "Mesure " + UUID.randomUUID();

    private static Browser browser;

    @BeforeAll
    static void fill() throws Exception {
        ApiClient shop = ApiClient.of(DemoChannel.BOUTIQUE, "WRITE");
        String base = shop.base(BASE);
        shop.post(
                "/knowledge/bases/" + base + "/documents",
                Map.of(
                        "documents",
                        List.of(
                                Map.of("externalId", "r-1", "title", "Remboursements", "text", "Sous quatorze jours."),
                                Map.of("externalId", "h-1", "title", "Horaires", "text", "De neuf à vingt heures."))));
        shop.isIndexed(base);
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void aQuestionShowsWhatIsFoundAndWhy() {
        SearchPage page = SearchPage.open(browser);
        page.asks(BASE, "cmt avoir un rembourssement");
        assertThat(page.firstHit()).isEqualTo("r-1");
        assertThat(page.explains("LETTERS")).isTrue();
        page.asks(BASE, "pneus de tracteur agricole");
        assertThat(page.took()).contains("Rien trouvé");
    }

    @Test
    void questionsAreImportedAndRunAgainAndAgain() {
        SearchPage page = SearchPage.open(browser);
        page.imports(BASE, "Service client", "Quand suis-je remboursé ?;r-1\nQuels horaires ?;inconnu");
        assertThat(page.countOfRuns()).isZero();
        page.runs();
        assertThat(page.countOfRuns()).isEqualTo(1);
        assertThat(page.figures()).contains("0,50");
        assertThat(page.answersAtPlace(1)).isEqualTo(1);
        assertThat(page.answersAtPlace(0)).isEqualTo(1);
        page.runs();
        assertThat(page.countOfRuns()).isEqualTo(2);
    }

    @Test
    void whatIsNoListOfQuestionsIsRefused() {
        SearchPage page = SearchPage.open(browser);
        page.imports(BASE, "Rien", "une ligne sans document");
        assertThat(page.message()).contains("Ligne 1");
    }
}
