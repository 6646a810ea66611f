package io.sylion.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInST {
    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @AfterEach
    void forgetFailuresAndPreferences() throws Exception {
        Database.update("delete from governance_sign_in");
        Database.update("update governance_person set locale = null, theme = null");
    }

    @Test
    void aMemberEntersAndLeaves() {
        SignInPage.open(browser).enter(DemoPerson.LEA);
        assertThat(browser.path()).startsWith("/inbox/conversations");
        new Shell(browser).signOut();
        SignInPage.at(browser);
        browser.open("/inbox/conversations.xhtml");
        assertThat(browser.path()).startsWith("/sign-in.xhtml");
    }

    @Test
    void whoWantsAPageIsLedToTheDoorAndBackToIt() {
        browser.driver().manage().deleteAllCookies();
        browser.open("/inbox/conversations.xhtml?filter=MINE");
        SignInPage.at(browser).enter(DemoPerson.HUGO);
        assertThat(browser.path()).startsWith("/inbox/conversations").contains("filter=MINE");
    }

    @Test
    void theDoorLeadsNowhereElse() {
        browser.driver().manage().deleteAllCookies();
        browser.open("/sign-in.xhtml?next="
                + java.net.URLEncoder.encode("//example.org/", java.nio.charset.StandardCharsets.UTF_8));
        SignInPage.at(browser).enter(DemoPerson.HUGO);
        assertThat(browser.path()).startsWith("/inbox/conversations");
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonReadTheSame() {
        SignInPage door = SignInPage.open(browser);
        door.tryToEnter(DemoPerson.HUGO.email(), "faux");
        String known = door.error();
        door.tryToEnter("personne@example.org", "faux");
        assertThat(door.error()).isEqualTo(known).contains("incorrect");
    }

    @Test
    void afterFiveFailuresThereIsAPauseEvenForTheRightPassword() {
        SignInPage door = SignInPage.open(browser);
        for (int i = 0; i < 5; i++) {
            door.tryToEnter(DemoPerson.HUGO.email(), "faux");
        }
        door.tryToEnter(DemoPerson.HUGO.email(), DemoPerson.PASSWORD);
        assertThat(door.error()).contains("pause");
        door.tryToEnter(DemoPerson.LEA.email(), DemoPerson.PASSWORD);
        assertThat(browser.path()).as("others are not concerned").startsWith("/inbox/");
    }

    @Test
    void languageAndThemeStayWithThePerson() {
        SignInPage.open(browser).enter(DemoPerson.HUGO);
        Shell shell = new Shell(browser);
        assertThat(shell.language()).isEqualTo("fr");
        assertThat(shell.theme()).isEqualTo("light");
        shell.speakEnglish();
        assertThat(shell.language()).isEqualTo("en");
        shell.turnTheme();
        assertThat(shell.theme()).isEqualTo("dark");

        SignInPage.open(browser).enter(DemoPerson.HUGO);
        assertThat(shell.language()).as("on another machine").isEqualTo("en");
        assertThat(shell.theme()).isEqualTo("dark");
        shell.speakFrench();
        assertThat(shell.language()).isEqualTo("fr");
    }
}
