package io.sylion.inbox;

import io.sylion.platform.test.Browser;
import java.util.List;
import java.util.UUID;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The inbox of a member. It renews itself; nothing here reloads it. */
public final class InboxPage {
    private static final By TEXT = By.id("composer:text");

    private final Browser browser;

    private InboxPage(Browser browser) {
        this.browser = browser;
    }

    public static InboxPage open(Browser browser) {
        browser.open("/inbox/conversations.xhtml");
        return at(browser);
    }

    public static InboxPage at(Browser browser) {
        browser.find("#inbox");
        return new InboxPage(browser);
    }

    // ---- list ----

    /** Waits until a conversation with this customer is listed. */
    public void lists(String name) {
        browser.shows("#rows .conv .name", name);
    }

    /** Waits until none is listed. */
    public void listsNo(String name) {
        browser.until(
                "no " + name + " in the list",
                d -> d.findElements(By.cssSelector("#rows .conv .name")).stream()
                                .noneMatch(each -> each.getText().contains(name))
                        ? d
                        : null);
    }

    public void choose(UUID conversation) {
        browser.click("#rows .conv[data-id='" + conversation + "']");
        browser.find("#head[data-conversation='" + conversation + "']");
    }

    public void filter(String key) {
        browser.click(".tabs a[data-filter=" + key + "]");
        browser.find("#rows[data-filter=" + key + "]");
    }

    public void search(String words) {
        browser.type(By.id("q"), words);
        browser.driver().findElement(By.id("q")).submit();
    }

    // ---- thread ----

    /** Waits for a message of this author (in, "out ai", "out me", note, system) with these words. */
    public void shows(String author, String words) {
        browser.shows("#messages .m[data-author^='" + author + "'] .text", words);
    }

    public int count(String author) {
        return browser.all("#messages .m[data-author^='" + author + "']").size();
    }

    /** Waits until the newest message of this author is in this state. */
    public void showsState(String author, String state) {
        browser.until(state + " of " + author, d -> {
            List<WebElement> found = d.findElements(By.cssSelector("#messages .m[data-author^='" + author + "']"));
            return !found.isEmpty() && state.equals(found.getLast().getDomAttribute("data-state")) ? d : null;
        });
    }

    /** Words of this author's messages, as they stand one below the other. */
    public List<String> texts(String author) {
        return browser.all("#messages .m[data-author^='" + author + "'] .text").stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Headings of days. */
    public int days() {
        return browser.all("#messages .day").size();
    }

    /** Fetches the messages before the first. */
    public void older() {
        int shown = browser.all("#messages .m").size();
        browser.click("#messages .older");
        browser.until("older messages", d -> browser.all("#messages .m").size() > shown ? d : null);
    }

    public String handler() {
        return browser.find("#head").getDomAttribute("data-handler");
    }

    public void takeOver() {
        browser.click("#takeOver");
        browser.find("#head[data-handler=MEMBER]");
    }

    public void handBack() {
        browser.click("#handBack");
        browser.find("#head[data-handler=AI]");
    }

    public void answer(String text) {
        browser.click("label:has(#modeReply)");
        browser.type(TEXT, text);
        browser.click("#send");
        shows("out me", text);
    }

    public void note(String text) {
        browser.click("label:has(#modeNote)");
        browser.type(TEXT, text);
        browser.click("#send");
        shows("note", text);
    }

    public void retry() {
        browser.click("#messages [data-act=retry]");
    }

    public void close() {
        browser.click("#close");
        browser.find("#reopen");
    }

    // ---- trace ----

    /** Opens the trace of the newest answer. */
    public void openTrace() {
        List<WebElement> why = browser.all("#messages .why");
        why.getLast().click();
        browser.find("#trace [data-decision]");
    }

    public String outcome() {
        return browser.find("#trace [data-outcome]").getDomAttribute("data-outcome");
    }

    public String rule() {
        return browser.find("#trace [data-rule]").getDomAttribute("data-rule");
    }

    public int citedPassages() {
        return browser.all("#trace .passages .cited").size();
    }

    /** Follows the first cited passage into its document. */
    public void openCited() {
        browser.follow(By.cssSelector("#trace .passages .cited a"));
    }

    public String trace() {
        return browser.text("#traceBody");
    }

    public void closeTrace() {
        browser.click("[data-close=trace]");
        browser.until("trace closed", d -> browser.all("#trace[open]").isEmpty() ? d : null);
    }

    public boolean saysAiIsOff() {
        return browser.has("[data-banner=ai-off]");
    }
}
