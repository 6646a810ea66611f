package io.sylion.knowledge;

import io.sylion.platform.test.Browser;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Where assistants search. */
final class RetrievalPage {
    private final Browser browser;

    private RetrievalPage(Browser browser) {
        this.browser = browser;
    }

    static RetrievalPage open(Browser browser) {
        browser.open("/knowledge/retrieval.xhtml");
        browser.find("#now");
        return new RetrievalPage(browser);
    }

    void names(String project, String location, String kind, String name) {
        browser.type(By.id("place:project"), project);
        new Select(browser.find(By.id("place:location"))).selectByValue(location);
        new Select(browser.find(By.id("place:kind"))).selectByValue(kind);
        browser.type(By.id("place:name"), name);
    }

    void chooses(String mode) {
        new Select(browser.find(By.id("place:mode"))).selectByValue(mode);
        browser.follow(By.id("place:save"));
    }

    void tries(String question) {
        browser.type(By.id("place:question"), question);
        browser.follow(By.id("place:try"));
    }

    String mode() {
        return browser.find("#now").getDomAttribute("data-mode");
    }

    String project() {
        return browser.find(By.id("place:project")).getDomProperty("value");
    }

    String message() {
        return browser.text("#messages");
    }

    List<String> hits() {
        return browser.all("#hits > li").stream().map(WebElement::getText).toList();
    }

    String found() {
        return browser.text("#found");
    }

    String failure() {
        return browser.text("#failed");
    }
}
