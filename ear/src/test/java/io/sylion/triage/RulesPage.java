package io.sylion.triage;

import io.sylion.platform.test.Browser;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The tenant's rules on the page of AI control. */
final class RulesPage {
    private static final By NAME = By.id("editor:name");

    private final Browser browser;

    private RulesPage(Browser browser) {
        this.browser = browser;
    }

    static RulesPage open(Browser browser) {
        browser.open("/control/switches.xhtml");
        return new RulesPage(browser);
    }

    RulesPage startRule() {
        browser.click(By.id("rules:add"));
        browser.find(NAME);
        return this;
    }

    RulesPage write(String name, String decision, String words, String patterns) {
        browser.type(NAME, name);
        new Select(browser.find(By.id("editor:decision"))).selectByValue(decision);
        browser.type(By.id("editor:keywords"), words);
        browser.type(By.id("editor:patterns"), patterns);
        return this;
    }

    /** The rule alone says this to a sentence: the outcome's code. */
    RulesPage tries(String sentence, String outcome) {
        browser.type(By.id("editor:own"), sentence);
        browser.click(By.id("editor:tryOwn"));
        browser.find("[data-own=" + outcome + "]");
        return this;
    }

    /** Puts the rule into the list. */
    RulesPage apply() {
        browser.click(By.id("editor:apply"));
        browser.until("the dialog is gone", d -> browser.has("#editor dialog") ? null : d);
        return this;
    }

    RulesPage applyInVain() {
        browser.click(By.id("editor:apply"));
        browser.find("#editor .problems");
        return this;
    }

    RulesPage add(String name, String decision, String words) {
        return startRule().write(name, decision, words, "").apply();
    }

    RulesPage edit(String name) {
        press(name, "edit");
        browser.find(NAME);
        return this;
    }

    RulesPage remove(String name) {
        edit(name);
        browser.click(By.id("editor:remove"));
        browser.until("the rule is gone", d -> names().contains(name) ? null : d);
        return this;
    }

    RulesPage up(String name) {
        List<String> before = names();
        press(name, "up");
        browser.until("another order", d -> names().equals(before) ? null : d);
        return this;
    }

    RulesPage drag(String name, String onto) {
        List<String> before = names();
        browser.until("dragged " + name, d -> {
            new Actions(d)
                    .clickAndHold(row(name).findElement(By.cssSelector(".grip")))
                    .moveByOffset(0, -4)
                    .moveToElement(row(onto), 0, -4)
                    .moveByOffset(0, -4)
                    .release()
                    .perform();
            return d;
        });
        browser.until("another order", d -> names().equals(before) ? null : d);
        return this;
    }

    RulesPage turn(String name) {
        press(name, "on");
        return this;
    }

    /** The row may be drawn anew meanwhile. */
    private void press(String name, String button) {
        browser.until(button + " of " + name, d -> {
            row(name).findElement(By.cssSelector("[id$=':" + button + "']")).click();
            return d;
        });
    }

    private WebElement row(String name) {
        return browser.until(
                "rule " + name,
                d -> d.findElements(By.cssSelector("#rules tbody tr")).stream()
                        .filter(row ->
                                row.findElement(By.cssSelector("h3")).getText().contains(name))
                        .findFirst()
                        .orElse(null));
    }

    List<String> names() {
        return browser.until(
                "rules",
                d -> d.findElements(By.cssSelector("#rules [data-rule]")).stream()
                        .map(WebElement::getText)
                        .toList());
    }

    /** What all rules together would decide. */
    String wouldDecide(String sentence) {
        browser.type(By.id("trial:text"), sentence);
        String before =
                browser.has("[data-trial]") ? browser.find("[data-trial]").getText() : "";
        browser.click(By.id("trial:try"));
        return browser.until("a decision", d -> {
            WebElement found = d.findElement(By.cssSelector("[data-trial]"));
            return found.getText().equals(before) ? null : found.getDomAttribute("data-trial");
        });
    }

    RulesPage save() {
        int before = version();
        browser.click(By.id("draft:save"));
        browser.until("saved", d -> version() > before ? d : null);
        return this;
    }

    RulesPage discard() {
        browser.click(By.id("draft:discard"));
        browser.find("#draft [data-changed=false]");
        return this;
    }

    int version() {
        return Integer.parseInt(browser.find("#draft [data-version]").getDomAttribute("data-version"));
    }

    /** How many of the last messages would be decided otherwise. */
    int replay() {
        browser.click(By.id("draft:replay"));
        return Integer.parseInt(browser.find("[data-replay]").getDomAttribute("data-replay"));
    }

    RulesPage restore(int number) {
        int before = version();
        browser.click("[data-version='" + number + "'] [id$=':restore']");
        browser.until("restored", d -> version() > before ? d : null);
        return this;
    }

    RulesPage showFiles() {
        browser.click(".files summary");
        return this;
    }

    String exported() {
        return browser.find(By.id("history:exported")).getDomProperty("value");
    }

    RulesPage takes(String file) {
        browser.type(By.id("history:file"), file);
        browser.click(By.id("history:take"));
        return this;
    }

    RulesPage addExample(String words) {
        int before = examples().size();
        browser.type(By.id("examples:words"), words);
        browser.click(By.id("examples:add"));
        browser.until("one example more", d -> examples().size() > before ? d : null);
        return this;
    }

    RulesPage removeExample(String words) {
        browser.until(
                        "example " + words,
                        d -> d.findElements(By.cssSelector("#examples .ex")).stream()
                                .filter(example -> example.getText().contains(words))
                                .findFirst()
                                .orElse(null))
                .findElement(By.cssSelector(".cut"))
                .click();
        browser.until(
                "the example is gone", d -> examples().stream().anyMatch(text -> text.contains(words)) ? null : d);
        return this;
    }

    List<String> examples() {
        return browser.until(
                "examples",
                d -> d.findElements(By.cssSelector("#examples .ell")).stream()
                        .map(WebElement::getText)
                        .toList());
    }
}
