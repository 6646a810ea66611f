package io.sylion.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.governance.Shell;
import io.sylion.governance.SignInPage;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.DeskAndPhone;
import io.sylion.platform.test.PhonePage;
import io.sylion.platform.test.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phone and inbox side by side: what a customer and a member see of each other and of the AI. */
class InboxST extends DeskAndPhone {
    private static final String QUESTION = "Bonjour, quels sont vos délais de livraison ?";

    @BeforeEach
    void begin() throws Exception {
        Sandbox.healthy();
        Database.update("delete from control_switch where tenant_id = ?", DemoChannel.BOUTIQUE.tenant());
        desk.size(1280, 800);
    }

    @Test
    void theMainJob() throws Exception {
        InboxPage inbox = InboxPage.open(desk);
        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);

        phone.writes(QUESTION);
        phone.hasGot(1);
        phone.seesItRead();
        inbox.lists(phone.name());
        inbox.choose(phone.customer().conversation());
        inbox.shows("in", QUESTION);
        inbox.showsState("out ai", "READ");

        inbox.openTrace();
        assertThat(inbox.outcome()).isEqualTo("REPLIED");
        assertThat(inbox.citedPassages()).isPositive();
        assertThat(inbox.trace()).contains("ms");
        inbox.closeTrace();

        inbox.takeOver();
        inbox.answer("Bonjour, c’est Léa. Je m’occupe de vous.");
        phone.gets("c’est Léa");
        inbox.showsState("out me", "READ");

        phone.writes("Merci ! Livrez-vous en Belgique ?");
        inbox.shows("in", "Livrez-vous en Belgique");
        phone.customer().settles();
        assertThat(phone.count()).as("the AI is silent").isEqualTo(2);

        inbox.handBack();
        phone.writes("Et quels sont les frais de livraison ?");
        phone.hasGot(3);
        assertThat(inbox.handler()).isEqualTo("AI");
    }

    @Test
    void withAiControlOffMessagesAreShownAndNothingLeaves() throws Exception {
        InboxPage inbox = InboxPage.open(desk);
        Shell shell = new Shell(desk);
        shell.turnAi();
        desk.until("the inbox says so", d -> inbox.saysAiIsOff() ? d : null);

        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        phone.writes(QUESTION);
        inbox.lists(phone.name());
        inbox.choose(phone.customer().conversation());
        inbox.shows("in", QUESTION);
        phone.customer().settles();
        assertThat(phone.count()).isZero();

        shell.turnAi();
        assertThat(shell.isAiOn()).isTrue();
        phone.writes("Et pour la Belgique ?");
        phone.hasGot(1);
    }

    @Test
    void whoAsksForAPersonIsFoundAmongTheEscalated() throws Exception {
        PhonePage phone = PhonePage.ofNewCustomer(hand, DemoChannel.BOUTIQUE);
        phone.writes("Je voudrais parler à un conseiller");
        phone.gets("Je transmets votre demande");
        InboxPage inbox = InboxPage.open(desk);
        inbox.filter("escalated");
        inbox.lists(phone.name());
        inbox.choose(phone.customer().conversation());
        inbox.answer("Bonjour, je suis là.");
        phone.gets("je suis là");
        inbox.filter("escalated");
        inbox.listsNo(phone.name());
    }

    /** What comes in stands at the end, what is fetched stands before, each message once. */
    @Test
    void aLongThreadStaysInOrder() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        List<String> lines = new ArrayList<>(
                IntStream.range(0, 70).mapToObj(i -> "ligne " + i).toList());
        Instant now = Instant.now();
        customer.posts(lines.stream()
                .map(line -> customer.message(Customer.newId(), now, line))
                .toArray(String[]::new));
        customer.gets(1);

        InboxPage inbox = InboxPage.open(desk);
        inbox.choose(customer.conversation());
        String last = "la toute dernière";
        customer.writes(last);
        lines.add(last);
        inbox.shows("in", last);
        customer.settles();
        List<String> shown = inbox.texts("in");
        assertThat(shown).isEqualTo(lines.subList(lines.size() - shown.size(), lines.size()));

        inbox.older();
        assertThat(inbox.texts("in")).isEqualTo(lines);
        assertThat(inbox.days()).isEqualTo(1);
    }

    @Test
    void aNoteStaysBetweenColleagues() throws Exception {
        Customer customer = answered();
        InboxPage inbox = InboxPage.open(desk);
        inbox.choose(customer.conversation());
        inbox.note("Cliente fidèle, à rappeler lundi.");
        customer.settles();
        assertThat(customer.got()).hasSize(1);
        assertThat(inbox.handler()).as("a note does not take over").isEqualTo("AI");
    }

    @Test
    void whatTheProviderRefusedSaysWhyAndIsSentAgain() throws Exception {
        Customer customer = answered();
        InboxPage inbox = InboxPage.open(desk);
        inbox.choose(customer.conversation());
        inbox.takeOver();
        Sandbox.knobs("sendErrorCode", 131026, "sendErrorTimes", 1);
        inbox.answer("Votre colis est parti.");
        inbox.showsState("out me", "FAILED");
        inbox.retry();
        inbox.showsState("out me", "READ");
        assertThat(customer.gets(2).getLast().text()).isEqualTo("Votre colis est parti.");
    }

    @Test
    void whatACustomerWritesIsTextAndNothingElse() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        String hostile =
                "<img src=x onerror=\"document.title='ouvert'\"><script>document.title='ouvert'</script> & </div>";
        customer.writes(hostile);
        customer.gets(1);
        InboxPage inbox = InboxPage.open(desk);
        inbox.choose(customer.conversation());
        inbox.shows("in", hostile);
        assertThat(desk.driver().getTitle()).doesNotContain("ouvert");
    }

    @Test
    void twoMembersSeeEachOthersWork() throws Exception {
        Customer customer = answered();
        InboxPage lea = InboxPage.open(desk);
        lea.choose(customer.conversation());
        SignInPage.open(hand).enter(DemoPerson.HUGO);
        InboxPage hugo = InboxPage.open(hand);
        hugo.choose(customer.conversation());
        hugo.takeOver();
        hugo.answer("Bonjour, c’est Hugo.");
        lea.shows("out me", "c’est Hugo");
        desk.find("#head[data-handler=MEMBER]");
    }

    @Test
    void itWorksOnAPhonesWidth() throws Exception {
        Customer customer = answered();
        desk.size(360, 740);
        InboxPage inbox = InboxPage.open(desk);
        inbox.choose(customer.conversation());
        inbox.shows("in", QUESTION);
        inbox.takeOver();
        inbox.answer("Je réponds du téléphone.");
        assertThat(desk.overflow()).isLessThanOrEqualTo(0);
        desk.click("[data-act=back]");
        inbox.lists(customer.name());
    }

    @Test
    void itSpeaksEnglishToo() throws Exception {
        InboxPage.open(desk);
        Shell shell = new Shell(desk);
        shell.speakEnglish();
        try {
            assertThat(shell.language()).isEqualTo("en");
            assertThat(desk.text("body")).doesNotContain("???");
        } finally {
            shell.speakFrench();
        }
    }

    private static Customer answered() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes(QUESTION);
        customer.gets(1);
        return customer;
    }
}
