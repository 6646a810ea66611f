package io.sylion.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member who looks elsewhere learns that a customer waits for a person. */
class AlertST {
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
        browser.open("/inbox/conversations.xhtml");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theTitleSaysHowManyWait() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Je voudrais parler à un conseiller");
        InboxPage.at(browser).lists(customer.name());
        browser.until("count in the title", d -> d.getTitle().matches("\\(\\d+\\+?\\) .*") ? d : null);
    }

    @Test
    void whoAskedForItIsNotifiedByNameAloneAndOfPeopleOnly() throws Exception {
        lookElsewhere();
        Customer silent = Customer.of(DemoChannel.BOUTIQUE);
        silent.writes("Je voudrais parler à un conseiller");
        InboxPage.at(browser).lists(silent.name());
        assertThat(told()).as("nobody asked for it yet").isEmpty();

        browser.click("#alerts summary");
        browser.click("#notify");
        browser.find("#notify:checked");
        Customer served = Customer.of(DemoChannel.BOUTIQUE);
        served.writes("Bonjour, quels sont vos délais de livraison ?");
        served.gets(1);
        InboxPage.at(browser).lists(served.name());
        Customer waiting = Customer.of(DemoChannel.BOUTIQUE);
        waiting.writes("Je voudrais parler à un conseiller");
        browser.until("told", d -> told().isEmpty() ? null : d);
        assertThat(told()).containsExactly(waiting.name() + " attend une réponse");
    }

    /** As a browser whose member has another window in front and allows notifications. */
    private void lookElsewhere() {
        String pretence = """
                window.told = [];
                window.Notification = class {
                    static permission = "granted";
                    constructor(words) { window.told.push(words); }
                };
                document.hasFocus = () => false;""";
        browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", pretence));
        browser.open("/inbox/conversations.xhtml");
    }

    @SuppressWarnings("unchecked")
    private List<String> told() {
        return (List<String>) browser.driver().executeScript("return window.told");
    }
}
