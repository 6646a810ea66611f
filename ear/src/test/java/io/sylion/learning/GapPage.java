package io.sylion.learning;

import io.sylion.platform.test.Browser;
import org.openqa.selenium.By;

/** The list of gaps, and one of them. */
final class GapPage {
    private final Browser browser;

    private GapPage(Browser browser) {
        this.browser = browser;
    }

    static GapPage list(Browser browser) {
        browser.open("/learning/gaps.xhtml");
        return new GapPage(browser);
    }

    void choose(String words) {
        browser.follow(By.partialLinkText(words));
    }

    void answer(String title, String text) {
        browser.type(By.id("answer:title"), title);
        browser.type(By.id("answer:text"), text);
        browser.follow(By.id("answer:send"));
    }

    void dismiss() {
        browser.follow(By.id("acts:dismiss"));
    }

    /** Waits until the gap is in this state: the article indexed, its questions asked again. */
    void isIn(String state) {
        browser.find("[data-state=" + state + "]");
    }

    /** Waits until the questions were asked again. */
    void hasAsked() {
        browser.find("#progress [data-working=false]");
    }

    /** Questions that find the article now. */
    int answered() {
        return browser.all("#asked [data-answered=true]").size();
    }
}
