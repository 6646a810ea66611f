package io.sylion.governance;

import io.sylion.platform.test.Browser;
import io.sylion.platform.test.DemoPerson;
import org.openqa.selenium.By;

/** The door. */
public final class SignInPage {
    private static final By ENTER = By.id("door:enter");

    private final Browser browser;

    private SignInPage(Browser browser) {
        this.browser = browser;
    }

    /** At the door, signed in as nobody. */
    public static SignInPage open(Browser browser) {
        browser.driver().manage().deleteAllCookies();
        browser.open("/sign-in.xhtml");
        return new SignInPage(browser);
    }

    /** The door to which a closed page led. */
    public static SignInPage at(Browser browser) {
        browser.find(ENTER);
        return new SignInPage(browser);
    }

    public void enter(DemoPerson person) {
        tryToEnter(person.email(), DemoPerson.PASSWORD);
        browser.find("[data-nav], #account");
    }

    public void tryToEnter(String email, String password) {
        browser.type(By.id("door:email"), email);
        browser.type(By.id("door:password"), password);
        browser.follow(ENTER);
    }

    public String error() {
        return browser.text("#error");
    }
}
