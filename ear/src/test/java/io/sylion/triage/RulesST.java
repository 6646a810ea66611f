package io.sylion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.Shell;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;

/** A manager writes rules, tries them, and they decide. */
class RulesST {
    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        SignInPage.open(browser).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    @AfterEach
    void withoutRules() throws Exception {
        TenantsRules.forget();
    }

    @Test
    void aRuleIsWrittenTriedSavedAndDecides() throws Exception {
        RulesPage rules = RulesPage.open(browser);
        browser.shows("#rules", "Aucune règle");
        rules.startRule().write("Litiges", "ESCALATE", "rembourser\narnaque", "colis.*(perdu|abîmé)");
        rules.tries("Mon COLIS est abime", "DECIDES")
                .tries("Bonjour", "NOTHING_FOUND")
                .apply();
        assertThat(rules.wouldDecide("Remboursez-moi !")).isEqualTo("ESCALATE");
        browser.shows("#trial", "rembourser");
        rules.save();

        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        Map<String, Object> decision = customer.decision(customer.writes("Je veux être remboursée"));
        assertThat(decision).containsEntry("reason", "rule:Litiges").containsEntry("outcome", "ESCALATED");
        browser.open("/inbox/conversations.xhtml?id=" + customer.conversation());
        browser.shows("main", "Litiges");
    }

    @Test
    void theOrderIsChangedByKeyAndByDragging() {
        RulesPage rules = RulesPage.open(browser)
                .add("Première", "IGNORE", "promo")
                .add("Deuxième", "ESCALATE", "promo")
                .add("Troisième", "AUTO_REPLY", "soldes");
        assertThat(rules.wouldDecide("Votre promo ?")).isEqualTo("IGNORE");
        assertThat(rules.up("Deuxième").names()).containsExactly("Deuxième", "Première", "Troisième");
        assertThat(rules.wouldDecide("Votre promo")).isEqualTo("ESCALATE");
        assertThat(rules.drag("Troisième", "Deuxième").names()).containsExactly("Troisième", "Deuxième", "Première");
        rules.save();
        assertThat(RulesPage.open(browser).names()).containsExactly("Troisième", "Deuxième", "Première");
        rules.turn("Deuxième");
        browser.find("#draft [data-changed=true]");
        assertThat(rules.wouldDecide("promo")).isEqualTo("IGNORE");
        rules.remove("Première").discard();
        assertThat(rules.names()).hasSize(3);
    }

    @Test
    void aRuleThatCannotBeRunIsExplained() {
        RulesPage rules = RulesPage.open(browser).startRule().write("", "IGNORE", "", "(colis");
        rules.applyInVain();
        browser.shows("#editor .problems", "Il manque le nom");
        browser.shows("#editor .problems", "Le motif n’est pas compris");
        rules.write("Juste", "IGNORE", "spam", "").apply();
        assertThat(rules.names()).containsExactly("Juste");
        rules.discard();
    }

    @Test
    void changedRulesRunOverRealMessagesBeforeTheyAreSaved() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.decision(customer.writes("Avez-vous des zébulons ?"));
        RulesPage rules = RulesPage.open(browser).add("Zébulons", "ESCALATE", "zébulon");
        assertThat(rules.replay()).isPositive();
        browser.shows("#draft .grp", "Avez-vous des zébulons");
        assertThat(browser.find("#draft .grp a[href*='" + customer.conversation() + "']")
                        .getText())
                .contains("zébulons");
        rules.discard();
    }

    @Test
    void anEarlierVersionIsTakenUpAgain() {
        RulesPage rules = RulesPage.open(browser).add("Une", "IGNORE", "un").save();
        int first = rules.version();
        rules.add("Autre", "IGNORE", "deux").save();
        rules.restore(first);
        assertThat(rules.names()).containsExactly("Une");
        browser.shows("#versions", "reprise de la version " + first);
    }

    @Test
    void rulesTravelAsAFileAndGarbageIsExplained() {
        RulesPage rules =
                RulesPage.open(browser).add("Partir", "IGNORE", "valise").save().showFiles();
        String file = rules.exported();
        assertThat(file).contains("\"Partir\"").contains("sylion-triage-rules");
        rules.takes("{ pas du JSON");
        browser.shows("#history .problems", "Ce n’est pas un fichier JSON");
        rules.takes("{\"format\":\"other\"}");
        browser.shows("#history .problems", "ne contient pas de règles");
        rules.takes(file.replace("\"keywords\"", "\"keyword\""));
        browser.shows("#history .problems", "rules[0].keyword");
        rules.takes(file.replace("valise", "valise\", \"!!!"));
        browser.shows("#history .problems", "ne contient aucun mot");
        rules.takes(file.replace("Partir", "Arriver"));
        browser.shows("#history", "Importé dans le brouillon");
        assertThat(rules.names()).containsExactly("Arriver");
        rules.discard();
    }

    @Test
    void examplesAreAddedHereAndFromTheInboxAndDeleted() throws Exception {
        RulesPage rules = RulesPage.open(browser).addExample("ok super merci");
        assertThat(rules.wouldDecide("OK super, merci !")).isEqualTo("IGNORE");
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String asked = customer.writes("Passez un excellent dimanche");
        customer.decision(asked);
        browser.open("/inbox/conversations.xhtml?id=" + customer.conversation());
        new Actions(browser.driver())
                .moveToElement(browser.find("#content .m[data-author^=in]"))
                .perform();
        browser.click("[data-act=ignore]");
        browser.find("[data-ignored=true]");
        Customer next = Customer.of(DemoChannel.BOUTIQUE);
        assertThat(next.decision(next.writes("Passez un excellent dimanche !")))
                .containsEntry("rule", "ignore-example");
        rules = RulesPage.open(browser);
        assertThat(rules.examples()).hasSize(2);
        rules.removeExample("excellent dimanche").removeExample("ok super");
        browser.shows("#examples", "Aucun exemple");
    }

    @Test
    void agentsLookAndDoNotTouch() throws Exception {
        RulesPage.open(browser).add("À lire", "IGNORE", "lire").save();
        try (Browser agent = new Browser()) {
            SignInPage.open(agent).enter(DemoPerson.HUGO);
            RulesPage rules = RulesPage.open(agent);
            assertThat(rules.names()).containsExactly("À lire");
            assertThat(agent.has("[id='rules:add']")).isFalse();
            assertThat(agent.has("[id='draft:save']")).isFalse();
            assertThat(agent.has("#examples input[type=text]")).isFalse();
            assertThat(rules.wouldDecide("lire")).isEqualTo("IGNORE");
        }
        assertThat(Database.value(
                        "select count(*) from triage_rule_set where tenant_id = ?", DemoChannel.BOUTIQUE.tenant()))
                .isEqualTo(1L);
    }

    @Test
    void thePageSpeaksEnglishToo() {
        RulesPage.open(browser);
        Shell shell = new Shell(browser);
        shell.speakEnglish();
        browser.shows("main", "How a message is decided");
        browser.click(By.id("rules:add"));
        browser.shows("#editor", "Words, one per line");
        browser.click(By.id("editor:cancel"));
        browser.until("the dialog is gone", d -> browser.has("#editor dialog") ? null : d);
        shell.speakFrench();
        browser.shows("main", "Ordre de décision");
    }
}
