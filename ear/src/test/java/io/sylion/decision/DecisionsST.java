package io.sylion.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.Shell;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Sandbox;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A manager looks back at what was decided and says whether it was right. */
class DecisionsST {
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";

    private static Browser browser;

    private Customer customer;
    private UUID answered;
    private UUID escalated;

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
    void twoDecisions() throws Exception {
        Sandbox.healthy();
        Database.update(
                "update decision_record set verdict = null, cost_micros = null where verdict is not null or cost_micros is not null");
        customer = Customer.of(DemoChannel.BOUTIQUE);
        answered = (UUID) customer.decision(customer.writes(QUESTION)).get("id");
        customer.gets(1);
        escalated = (UUID) customer.decision(customer.writes("Je voudrais parler à un conseiller"))
                .get("id");
        customer.gets(2);
    }

    @Test
    void theListIsNarrowedAndTheTraceOpened() throws Exception {
        assertThat(DecisionsPage.open(browser).ids())
                .startsWith(escalated.toString())
                .contains(answered.toString());
        browser.shows("#decisions", customer.name());
        assertThat(DecisionsPage.open(browser).narrow("triage", "ESCALATE").ids())
                .contains(escalated.toString())
                .doesNotContain(answered.toString());
        assertThat(DecisionsPage.open(browser)
                        .narrow("outcome", "REPLIED")
                        .narrow("days", "1")
                        .ids())
                .contains(answered.toString())
                .doesNotContain(escalated.toString());
        assertThat(DecisionsPage.open(browser)
                        .narrow("reason", "human-requested")
                        .ids())
                .contains(escalated.toString())
                .doesNotContain(answered.toString());
        DecisionsPage.open(browser).narrow("outcome", "WITHHELD").narrow("triage", "IGNORE");
        browser.shows("main", "Rien ne correspond");

        DecisionsPage.open(browser).trace(answered);
        browser.find("[data-decision='" + answered + "'] [data-outcome=REPLIED]");
        browser.follow(By.cssSelector("#marks .right"));
        browser.find("#marks .right[aria-pressed=true]");
        browser.follow(By.linkText("Ouvrir la conversation"));
        browser.shows("#thread", QUESTION);
    }

    @Test
    void whatCostsLessIsLeftOut() throws Exception {
        Database.update("update decision_record set cost_micros = 12000 where id = ?", answered);
        assertThat(DecisionsPage.open(browser).cost("0,01").ids()).containsExactly(answered.toString());
        browser.shows("#decisions", "0,012");
        assertThat(DecisionsPage.open(browser).cost("0,02").ids()).isEmpty();
        assertThat(DecisionsPage.open(browser).cost("beaucoup").ids()).contains(answered.toString());
    }

    /** Decisions that came meanwhile have moved the rows: the one that was pressed is marked, no other. */
    @Test
    void theOneThatWasPressedIsMarkedThoughOthersCame() throws Exception {
        DecisionsPage decisions = DecisionsPage.open(browser);
        Customer other = Customer.of(DemoChannel.BOUTIQUE);
        other.decision(other.writes("Merci !"));
        decisions.says(answered, "right");
        assertThat(decisions.verdict(answered)).isEqualTo("RIGHT");
        assertThat(Database.value("select count(*) from decision_record where verdict is not null"))
                .isEqualTo(1L);
        assertThat(decisions.says(answered, "wrong").verdict(answered)).isEqualTo("WRONG");
        browser.shows("#verdicts", "0 juste, 1 fausse");
        assertThat(decisions.says(answered, "wrong").verdict(answered)).isNullOrEmpty();
        assertThat(browser.has("#verdicts")).isFalse();
    }

    @Test
    void rightAnswersBecomeAnEvaluationSet() throws Exception {
        DecisionsPage decisions = DecisionsPage.open(browser).says(answered, "right");
        assertThat(decisions.verdict(answered)).isEqualTo("RIGHT");
        browser.follow(By.id("marked:make"));
        browser.shows("#messages", "Réponses jugées justes");
        UUID set = (UUID) Database.value(
                "select s.id from knowledge_evaluation_set s join knowledge_evaluation_question q on q.set_id = s.id where s.tenant_id = ? and q.question = ? order by s.created_at desc limit 1",
                DemoChannel.BOUTIQUE.tenant(),
                QUESTION);
        browser.find("[data-set='" + set + "']");
    }

    @Test
    void thePageSpeaksEnglishToo() {
        DecisionsPage.open(browser);
        Shell shell = new Shell(browser);
        shell.speakEnglish();
        browser.shows("main", "What the AI decided");
        shell.speakFrench();
        browser.shows("main", "Ce que l’IA a décidé");
    }
}
