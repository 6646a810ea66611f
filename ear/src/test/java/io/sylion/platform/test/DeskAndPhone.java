package io.sylion.platform.test;

import io.sylion.governance.SignInPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two browsers, which the tests of a class share: that of a member, who is signed in, and that of a customer. */
public abstract class DeskAndPhone {
    protected static Browser desk;
    protected static Browser hand;

    @BeforeAll
    static void openBrowsers() {
        desk = new Browser();
        hand = new Browser();
        SignInPage.open(desk).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowsers() {
        desk.close();
        hand.close();
    }
}
