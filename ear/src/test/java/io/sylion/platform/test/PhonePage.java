package io.sylion.platform.test;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The sandbox's phone page, with a new customer in hand. */
public final class PhonePage {
    private final Browser browser;
    private final Customer customer;
    private final String name;

    private PhonePage(Browser browser, Customer customer, String name) {
        this.browser = browser;
        this.customer = customer;
        this.name = name;
    }

    /** Makes a customer, whose name is unique, and takes their phone. */
    public static PhonePage ofNewCustomer(Browser browser, DemoChannel channel) throws Exception {
        String number = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
        String name = "Zoé " + number.substring(3);
        ObjectNode wish = Web.JSON
                .createObjectNode()
                .put("id", "zoe-" + number)
                .put("name", name)
                .put("phone", "337" + number);
        Web.Answer made = Web.call("POST", Installation.address() + "/sandbox/api/customers", wish.toString());
        if (made.status() != 201) {
            throw new IllegalStateException("no customer: " + made.status() + " " + made.body());
        }
        browser.open("/sandbox/?lang=fr&theme=light&channel=" + channel.numberId() + "&customer=zoe-" + number);
        browser.find("[data-customer='zoe-" + number + "'][aria-current=true]");
        return new PhonePage(browser, Customer.withPhone(channel, "337" + number), name);
    }

    public Customer customer() {
        return customer;
    }

    public String name() {
        return name;
    }

    public void writes(String text) {
        browser.type(By.id("text"), text);
        browser.driver().findElement(By.id("text")).sendKeys(Keys.ENTER);
        browser.shows("#chat .m.out", text);
    }

    /** Waits for these words from the business. */
    public void gets(String words) {
        browser.shows("#chat .m:not(.out)", words);
    }

    /** How many messages the business has sent. */
    public int count() {
        return browser.all("#chat .m:not(.out):not(.ty)").size();
    }

    /** Waits until the business has sent so many messages. */
    public void hasGot(int count) {
        browser.until(count + " messages on the phone", d -> count() >= count ? d : null);
    }

    /** Waits until the customer's newest message shows that it was read. */
    public void seesItRead() {
        browser.until("read", d -> {
            List<WebElement> mine = d.findElements(By.cssSelector("#chat .m.out"));
            return mine.getLast().findElements(By.cssSelector(".tk.read")).isEmpty() ? null : d;
        });
    }
}
