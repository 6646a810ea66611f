package io.sylion.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.Shell;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DeskAndPhone;
import io.sylion.platform.test.PhonePage;
import io.sylion.platform.test.Sandbox;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A question that nobody could answer becomes an article, and the same question is answered. */
class GapST extends DeskAndPhone {
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
        gaps.answer(question, "Oui, nous vendons des " + thing + " au rayon maison, à 12 € la pièce.");
        gaps.isIn("ANSWERED");
        assertThat(gaps.answered()).isEqualTo(1);

        PhonePage next = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        next.writes(question);
        next.gets("nous vendons des " + thing);
        assertThat(Gaps.now(next.customer().conversation())).isEmpty();
    }

    /** Until the new words are indexed the former ones are found: they must not count as the answer. */
    @Test
    void aRewrittenAnswerMustBeFoundAnewAndARemovedOneIsNoAnswer() throws Exception {
        String thing = Gaps.newThing();
        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        phone.writes("Vendez-vous des " + thing + " ?");
        phone.hasGot(1);
        UUID gap = (UUID) Gaps.of(phone.customer().conversation(), 1).getFirst().get("gap_id");

        GapPage gaps = GapPage.list(desk);
        gaps.choose(thing);
        gaps.answer("Vendez-vous des " + thing + " ?", "Oui, des " + thing + " au rayon maison.");
        gaps.isIn("ANSWERED");
        gaps.answer("Piscine", "La piscine municipale ferme à midi.");
        gaps.hasAsked();
        gaps.isIn("OPEN");
        assertThat(gaps.answered()).isZero();

        gaps.answer("Vendez-vous des " + thing + " ?", "Oui, des " + thing + " au rayon maison.");
        gaps.isIn("ANSWERED");
        desk.open("/library/document.xhtml?id="
                + Database.value("select document_id from learning_gap where id = ?", gap));
        desk.click(".sure > summary");
        desk.follow(By.id("acts:remove"));
        desk.open("/learning/gap.xhtml?id=" + gap);
        gaps.isIn("OPEN");
        assertThat(gaps.answered()).isZero();
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
