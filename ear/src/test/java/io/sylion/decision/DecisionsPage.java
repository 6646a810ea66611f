package io.sylion.decision;

import io.sylion.platform.test.Browser;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The list of decisions. */
final class DecisionsPage {
    private final Browser browser;

    private DecisionsPage(Browser browser) {
        this.browser = browser;
    }

    static DecisionsPage open(Browser browser) {
        browser.open("/decision/decisions.xhtml");
        return new DecisionsPage(browser);
    }

    DecisionsPage narrow(String criterion, String value) {
        new Select(browser.find("#filters [name=" + criterion + "]")).selectByValue(value);
        return search();
    }

    DecisionsPage cost(String amount) {
        browser.type(By.cssSelector("#filters [name=cost]"), amount);
        return search();
    }

    private DecisionsPage search() {
        browser.follow(By.cssSelector("#filters button"));
        return this;
    }

    List<String> ids() {
        browser.find("#filters");
        return browser.all("#decisions li").stream()
                .map(row -> row.getDomAttribute("data-decision"))
                .toList();
    }

    WebElement row(Object decision) {
        return browser.find("[data-decision='" + decision + "']");
    }

    DecisionsPage says(Object decision, String verdict) {
        browser.follow(By.cssSelector("[data-decision='" + decision + "'] .btn." + verdict));
        return this;
    }

    String verdict(Object decision) {
        return row(decision).getDomAttribute("data-verdict");
    }

    void trace(Object decision) {
        browser.follow(By.cssSelector("[data-decision='" + decision + "'] h3 a"));
    }
}
