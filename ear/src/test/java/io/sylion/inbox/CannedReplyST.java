package io.sylion.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A manager keeps canned replies; whoever writes calls them up by a slash. */
class CannedReplyST {
    private static final By TEXT = By.id("composer:text");

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @AfterEach
    void forget() throws Exception {
        Database.update("delete from conversation_canned_reply");
    }

    @Test
    void aReplyIsKeptChangedAndRemoved() {
        CannedReplyPage page = CannedReplyPage.open(browser);
        browser.shows("main", "Aucune réponse type");
        page.write("Horaires", "Nous sommes ouverts de 9 h à 18 h.");
        browser.shows("#replies", "/horaires");
        page.write("horaires", "Autre chose.");
        browser.shows("#messages", "déjà pris");
        assertThat(browser.find(By.id("reply:body")).getDomProperty("value")).isEqualTo("Autre chose.");
        page.write("deux mots", "Autre chose.");
        browser.shows("#messages", "1 à 32 lettres");

        CannedReplyPage.open(browser).edit("horaires").write("ouverture", "De 9 h à 19 h.");
        browser.shows("#replies", "/ouverture");
        assertThat(browser.text("#replies")).doesNotContain("/horaires").contains("19 h");
        CannedReplyPage.open(browser).edit("ouverture").remove();
        browser.shows("main", "Aucune réponse type");
    }

    @Test
    void aSlashBringsTheWordsAndTheKeysChoose() throws Exception {
        CannedReplyPage.open(browser)
                .write("merci", "Merci {{client}}, à bientôt. {{agent}}")
                .write("delai", "Comptez 2 à 4 jours, même l’été.");
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Je voudrais parler à un conseiller");
        customer.gets(1);
        browser.open("/inbox/conversations.xhtml?id=" + customer.conversation());
        InboxPage inbox = InboxPage.at(browser);

        browser.find(TEXT).sendKeys("/");
        browser.until("both", d -> browser.all("#cannedList .option").size() == 2 ? d : null);
        browser.find(TEXT).sendKeys(Keys.ARROW_DOWN);
        assertThat(browser.find("#cannedList [aria-selected=true]").getDomAttribute("data-shortcut"))
                .isEqualTo("merci");
        browser.find(TEXT).sendKeys(Keys.ENTER);
        assertThat(browser.find(TEXT).getDomProperty("value"))
                .isEqualTo("Merci " + customer.name() + ", à bientôt. Léa Martin");
        browser.find(TEXT).sendKeys(Keys.ENTER);
        inbox.shows("out me", "Merci " + customer.name());
        assertThat(customer.gets(2).getLast().text()).contains("Merci " + customer.name());

        browser.find(TEXT).sendKeys("/ETE");
        browser.until("one", d -> browser.all("#cannedList .option").size() == 1 ? d : null);
        browser.find(TEXT).sendKeys(Keys.ESCAPE);
        assertThat(browser.all("#cannedList .option")).isEmpty();
        assertThat(browser.find(TEXT).getDomProperty("value")).isEqualTo("/ETE");
    }
}
