package io.sylion.knowledge;

import io.sylion.platform.test.Browser;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Search test and evaluation. */
final class SearchPage {
    private final Browser browser;

    private SearchPage(Browser browser) {
        this.browser = browser;
    }

    static SearchPage open(Browser browser) {
        browser.open("/knowledge/search.xhtml");
        browser.find("#ask");
        return new SearchPage(browser);
    }

    void asks(String base, String question) {
        new Select(browser.find("#base")).selectByVisibleText(base);
        browser.type(By.id("q"), question);
        browser.follow(By.id("look"));
    }

    String firstHit() {
        return browser.find("#hits > li").getDomAttribute("data-document");
    }

    boolean explains(String leg) {
        return browser.has("#hits > li:first-child [data-leg=" + leg + "]");
    }

    String took() {
        return browser.text("#took");
    }

    void imports(String base, String name, String questions) {
        new Select(browser.find(By.id("new:setBase"))).selectByVisibleText(base);
        browser.type(By.id("new:name"), name);
        browser.type(By.id("new:questions"), questions);
        browser.follow(By.id("new:create"));
    }

    void runs() {
        browser.follow(By.cssSelector("#sets li.on .run"));
    }

    int countOfRuns() {
        return browser.all("#runs tbody tr").size();
    }

    String figures() {
        return browser.text("#runs tbody tr");
    }

    int answersAtPlace(int place) {
        return browser.all("#results li[data-place='" + place + "']").size();
    }

    String message() {
        return browser.text("#messages");
    }
}
