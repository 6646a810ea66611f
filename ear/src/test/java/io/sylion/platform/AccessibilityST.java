package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.sylion.governance.Shell;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.SourcePage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page, for those who may see it, in both themes, on a desk and on a phone. Pages are found in the sources. */
class AccessibilityST {
    private static Browser browser;
    private static Customer customer;
    private static DemoPerson signedIn;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = new Browser();
        customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        customer.gets(1);
        customer.writes("Je voudrais parler à un conseiller");
        customer.gets(2);
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        browser.close();
        Database.update("update governance_person set locale = null, theme = null");
    }

    @TestFactory
    Stream<DynamicTest> everyPage() throws Exception {
        Stream<SourcePage> byPerson = Stream.concat(
                        SourcePage.all().stream().filter(page -> !page.isForOperators()),
                        SourcePage.all().stream().filter(SourcePage::isForOperators))
                .filter(page -> !page.isPart());
        return byPerson.flatMap(page -> Stream.of("light", "dark")
                .flatMap(theme -> Stream.of(1280, 360)
                        .map(width -> DynamicTest.dynamicTest(
                                page.path() + " " + theme + " " + width, () -> check(page, theme, width)))));
    }

    private static void check(SourcePage page, String theme, int width) throws Exception {
        browser.size(1280, 800);
        if (page.isTheDoor()) {
            signedIn = null;
            SignInPage.open(browser);
        } else {
            enter(page.isForOperators() ? DemoPerson.OPERATOR : DemoPerson.LEA);
            browser.open(page.path() + (page.parameters().contains("id") ? "?id=" + id(page) : ""));
        }
        Shell shell = new Shell(browser);
        if (!shell.theme().equals(theme)) {
            shell.turnTheme();
        }
        browser.size(width, 800);
        browser.find("main");
        List<Rule> violations = new AxeBuilder().analyze(browser.driver()).getViolations();
        assertThat(violations.stream().map(AccessibilityST::words))
                .as(browser.path())
                .isEmpty();
        assertThat(browser.overflow()).as("pixels wider than the window").isLessThanOrEqualTo(0);
        if (browser.has(".app")) {
            assertThat(browser.overhang()).as("pixels higher than the window").isLessThanOrEqualTo(0);
        }
    }

    private static Object id(SourcePage page) throws Exception {
        if (page.path().startsWith("/library/")) {
            return newest("knowledge_document");
        }
        return page.path().startsWith("/decision/") ? newest("decision_record") : customer.conversation();
    }

    private static Object newest(String table) throws Exception {
        return Database.value(
                "select id from " + table + " where tenant_id = ? order by id desc limit 1",
                DemoChannel.BOUTIQUE.tenant());
    }

    private static void enter(DemoPerson person) {
        if (signedIn != person) {
            SignInPage.open(browser).enter(person);
            signedIn = person;
        }
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }
}
