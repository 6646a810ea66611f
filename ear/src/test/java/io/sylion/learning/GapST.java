package io.sylion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.Shell;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.PhonePage;
import io.sylion.platform.test.Sandbox;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A question that nobody could answer becomes an article, and the same question is answered. */
class GapST {
    private static Browser desk;
    private static Browser hand;

    @BeforeAll
    static void openBrowsers() {
        desk = new Browser();
        hand = new Browser();
        SignInPage.open(desk).enter(DemoPerson.LEA);
    }

    @AfterAll
    static void closeBrowsers() {
        desk.close();
        hand.close();
    }

    @BeforeEach
    void ask() throws Exception {
        Gaps.nothingIsAnswered();
    }

    @AfterEach
    void heal() throws Exception {
        Sandbox.healthy();
    }

    @Test
    void aGapTurnedIntoAnArticleAnswersTheSameQuestion() throws Exception {
        String thing = Gaps.newThing();
        String question = "Vendez-vous des " + thing + " ?";
        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        phone.writes(question);
        phone.gets("Je n’ai pas la réponse à cette question");
        Gaps.of(phone.customer().conversation(), 1);

        Sandbox.healthy();
        GapPage gaps = GapPage.list(desk);
        gaps.choose(thing);
        gaps.isIn("OPEN");
        Instant written = Instant.now();
        gaps.answer(question, "Oui, nous vendons des " + thing + " au rayon maison, à 12 € la pièce.");
        gaps.isIn("ANSWERED");
        assertThat(gaps.answered()).isEqualTo(1);

        PhonePage next = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        next.writes(question);
        next.gets("nous vendons des " + thing);
        assertThat(Duration.between(written, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(Gaps.now(next.customer().conversation())).isEmpty();
    }

    @Test
    void whatNeedsNoAnswerIsDismissed() throws Exception {
        String thing = Gaps.newThing();
        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        phone.writes("Aimez-vous les " + thing + " ?");
        phone.hasGot(1);
        Gaps.of(phone.customer().conversation(), 1);

        GapPage gaps = GapPage.list(desk);
        gaps.choose(thing);
        gaps.dismiss();
        desk.shows("#messages", "écartée");
        assertThat(desk.text("#gaps")).doesNotContain(thing);
        desk.follow(By.cssSelector("[data-tab=DISMISSED]"));
        desk.shows("#gaps", thing);
    }

    @Test
    void thePageSpeaksEnglishToo() {
        GapPage.list(desk);
        Shell shell = new Shell(desk);
        shell.speakEnglish();
        desk.shows("main", "What your customers asked");
        shell.speakFrench();
        desk.shows("main", "Ce que vos clients ont demandé");
    }
}
