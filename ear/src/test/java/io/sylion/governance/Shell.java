package io.sylion.governance;

import io.sylion.platform.test.Browser;
import org.openqa.selenium.By;

/** The frame around every page. */
public final class Shell {
    private final Browser browser;

    public Shell(Browser browser) {
        this.browser = browser;
    }

    public void speakFrench() {
        browser.follow(By.id("preferences:french"));
    }

    public void speakEnglish() {
        browser.follow(By.id("preferences:english"));
    }

    public void turnTheme() {
        browser.follow(By.id("preferences:theme"));
    }

    public String language() {
        return browser.driver().findElement(By.tagName("html")).getDomAttribute("lang");
    }

    public String theme() {
        return browser.driver().findElement(By.tagName("html")).getDomAttribute("data-theme");
    }

    public boolean isAiOn() {
        return "on".equals(browser.find("[data-ai]").getDomAttribute("data-ai"));
    }

    public void turnAi() {
        String wanted = isAiOn() ? "off" : "on";
        browser.click(By.id("aiSwitch:turn"));
        browser.until("AI control " + wanted, d -> browser.has("[data-ai=" + wanted + "]") ? d : null);
    }

    public void signOut() {
        browser.click("#account summary");
        browser.follow(By.id("session:signOut"));
    }
}
