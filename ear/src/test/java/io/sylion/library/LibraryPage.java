package io.sylion.library;

import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Installation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openqa.selenium.By;

/** The documents of a base. The list renews itself; nothing here reloads it. */
public final class LibraryPage {
    private final Browser browser;

    private LibraryPage(Browser browser) {
        this.browser = browser;
    }

    public static LibraryPage open(Browser browser) {
        return open(browser, "");
    }

    public static LibraryPage ofBase(Browser browser, UUID base) {
        return open(browser, "?base=" + base);
    }

    private static LibraryPage open(Browser browser, String query) {
        browser.open("/library/documents.xhtml" + query);
        browser.find("#library");
        return new LibraryPage(browser);
    }

    /** Files that lie beside the tests. */
    public static Path sample(String name) {
        return Installation.root()
                .resolve("ear/src/test/resources/io/sylion/library")
                .resolve(name);
    }

    public void createBase(String name) {
        browser.click("details.add:has(#newBase) > summary");
        browser.type(By.id("newBase:name"), name);
        browser.follow(By.id("newBase:create"));
        browser.shows("#baseTitle", name);
    }

    public UUID base() {
        return UUID.fromString(browser.path().replaceFirst(".*base=([0-9a-f-]{36}).*", "$1"));
    }

    /** Takes files as a drop does, all at once. */
    public void drop(Path... files) {
        browser.driver()
                .findElement(By.id("files"))
                .sendKeys(Arrays.stream(files).map(Path::toString).collect(Collectors.joining("\n")));
    }

    public void renames(String name) {
        browser.click("#base details:first-of-type > summary");
        browser.type(By.id("base:name"), name);
        browser.follow(By.id("base:rename"));
    }

    /** Opens what says what would go with the base; answers its words. */
    public String asksToDelete() {
        browser.click("#base details:last-of-type > summary");
        return browser.text("#base details:last-of-type .s");
    }

    public void deletes() {
        browser.follow(By.id("base:delete"));
    }

    public void writes(String title, String text) {
        browser.click("details.add:has(#article) > summary");
        browser.type(By.id("article:title"), title);
        browser.type(By.id("article:text"), text);
        browser.follow(By.id("article:add"));
    }

    public void addPages(String addresses) {
        browser.click("details.add:has(#pages) > summary");
        browser.type(By.id("pages:addresses"), addresses);
        browser.follow(By.id("pages:add"));
    }

    public String said() {
        return browser.text(".said");
    }

    /** Waits until the document has this status. */
    public void has(String title, String status) {
        browser.find("tr[data-title='" + title + "'][data-status=" + status + "]");
    }

    /** What its row says. */
    public String row(String title) {
        return browser.text("tr[data-title='" + title + "']");
    }

    /** How often its row says that it was used. */
    public String uses(String title) {
        return browser.text("tr[data-title='" + title + "'] td.nu");
    }

    public int rows() {
        return browser.all("tr[data-document]").size();
    }

    public void show(String tab) {
        browser.follow(By.cssSelector(".tabs a[data-tab=" + tab + "]"));
    }

    public void openDocument(String title) {
        browser.follow(By.cssSelector("tr[data-title='" + title + "'] a.name"));
        browser.shows("#documentTitle", title);
    }

    // ---- one document ----

    public String passages() {
        return browser.text(".passages");
    }

    /** The passage to which a citation led. */
    public String cited() {
        return browser.text(".passages li:target");
    }

    public void review() {
        browser.follow(By.id("acts:review"));
    }

    public void indexAgain() {
        browser.follow(By.id("acts:again"));
    }

    public void remove() {
        browser.click(".sure > summary");
        browser.follow(By.id("acts:remove"));
    }
}
