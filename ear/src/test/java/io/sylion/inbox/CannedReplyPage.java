package io.sylion.inbox;

import io.sylion.platform.test.Browser;
import org.openqa.selenium.By;

/** The canned replies. */
final class CannedReplyPage {
    private final Browser browser;

    private CannedReplyPage(Browser browser) {
        this.browser = browser;
    }

    static CannedReplyPage open(Browser browser) {
        browser.open("/inbox/canned.xhtml");
        return new CannedReplyPage(browser);
    }

    CannedReplyPage write(String shortcut, String body) {
        browser.type(By.id("reply:shortcut"), shortcut);
        browser.type(By.id("reply:body"), body);
        browser.follow(By.id("reply:save"));
        return this;
    }

    CannedReplyPage edit(String shortcut) {
        browser.follow(By.cssSelector("[data-shortcut='" + shortcut + "'] a"));
        return this;
    }

    void remove() {
        browser.click(".sure > summary");
        browser.follow(By.id("reply:remove"));
    }
}
