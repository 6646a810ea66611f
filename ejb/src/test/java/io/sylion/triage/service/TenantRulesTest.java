package io.sylion.triage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.text.PatternRefused;
import io.sylion.platform.text.SafePattern;
import io.sylion.triage.api.RuleCheck;
import io.sylion.triage.api.RuleOutcome;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant's rules make of a message. */
class TenantRulesTest {
    private static final TenantRules SHOP = Rules.of(
            List.of(
                    Rules.words("Spam", Triage.IGNORE, "crypto", "agence SEO", "gagnez de l’argent", "backlinks"),
                    Rules.words(
                            "Remboursement",
                            Triage.ESCALATE,
                            "rembourser",
                            "remboursement",
                            "arnaque",
                            "litige",
                            "refund",
                            "money back"),
                    Rules.pattern("Colis", Triage.ESCALATE, "(colis|parcel).{0,40}(perdu|abîmé|ouvert|lost|damaged)"),
                    Rules.words("Colère", Triage.ESCALATE, "😡", "honteux", "inadmissible", "shame"),
                    Rules.sure("Tailles", Triage.AUTO_REPLY, "0.90", "taille", "en stock", "size"),
                    Rules.words("Conseiller horaires", Triage.AUTO_REPLY, "horaires du conseiller"),
                    Rules.words("Coupée", Triage.IGNORE, "soldes").withEnabled(false)),
            "ok merci",
            "bonne journée",
            "super, merci beaucoup !",
            "👍");

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Je veux être remboursé                                    | Remboursement
            je veux etre rembourse                                    | Remboursement
            JE VEUX ÊTRE REMBOURSÉE !!!                               | Remboursement
            Mes articles ne sont toujours pas remboursés              | Remboursement
            Quand allez-vous me rembourser ?                          | Remboursement
            Vous remboursez les frais de port ?                       | Remboursement
            J’attends deux remboursements                             | Remboursement
            j'attends le remboursement                                | Remboursement
            C’est une arnaque                                         | Remboursement
            bande d'arnaqueurs, quelles arnaques                      | Remboursement
            Nous sommes en litige avec votre boutique                 | Remboursement
            I want a refund                                           | Remboursement
            I want to be refunded                                     | Remboursement
            Are refunds possible?                                     | Remboursement
            I want my money back                                      | Remboursement
            Give my MONEY, BACK!                                      | Remboursement
            back to the money question                                | default
            Avez-vous des rembourrages de canapé ?                    | default
            Mon embourgeoisement                                      | default
            Je ne veux pas de remboursement                           | Remboursement
            Je n’ai jamais été remboursé                              | Remboursement
            No refund please, an exchange                             | Remboursement
            Investissez dans la CRYPTO dès maintenant                 | Spam
            Les cryptos, ça vous tente ?                              | Spam
            Notre agence SEO vous place premier                       | Spam
            Les agences SEO sont chères                               | Spam
            Agence de communication SEO                               | default
            Gagnez de l'argent depuis chez vous                       | Spam
            We sell backlinks                                         | Spam
            J’ai lu un cryptogramme                                   | default
            crypto-monnaie à saisir                                   | Spam
            Agence SEO : nous vous remboursons si rien ne change      | Spam
            Remboursez-moi, votre agence SEO est une arnaque          | Spam
            Mon colis est perdu                                       | Colis
            mon colis est arrivé abimé                                | Colis
            Le colis que j’attends semble perdu…                      | Colis
            My parcel arrived damaged                                 | Colis
            COLIS OUVERT                                              | Colis
            Où est mon colis ?                                        | default
            Perdu, mon colis                                          | default
            Remboursement pour le colis perdu                         | Remboursement
            😡                                                        | Colère
            toujours rien 😡😡                                        | Colère
            😀                                                        | default
            C'est honteux                                             | Colère
            Des délais inadmissibles                                  | Colère
            Shame on you                                              | Colère
            Quelle taille pour 1m70 ?                                 | Tailles
            vous l'avez en stock ?                                    | Tailles
            What size should I take?                                  | Tailles
            Un tailleur pour dame                                     | default
            ok merci                                                  | ignore-example
            OK, merci !                                               | ignore-example
            ok merci 👍                                               | ignore-example
            ok merciiii                                               | ignore-example
            Ok merci ?                                                | default
            bonne journee                                             | ignore-example
            Bonnes journées                                           | ignore-example
            super merci beaucoup                                      | ignore-example
            👍                                                        | ignore-example
            merci de me rembourser                                    | Remboursement
            ok merci et pour la livraison comment ça se passe         | default
            Quels sont les horaires du conseiller ?                   | Conseiller horaires
            Je veux parler à un conseiller                            | human-requested
            Parler à un conseiller, c’est inadmissible                | Colère
            Les soldes commencent quand ?                             | default
            Bonjour                                                   | default
            ?                                                         | default
            1234                                                      | default
            """)
    void aMessageIsDecidedByTheFirstThatApplies(String text, String expected) {
        TriageVerdict verdict = TriagePolicy.decide(Rules.said(text), SHOP);
        assertThat(verdict.reason().replace("rule:", "")).isEqualTo(expected);
        assertThat(verdict.confidence()).isBetween(new BigDecimal("0.5"), BigDecimal.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00A0"})
    void whereNothingIsSaidNoRuleIsAsked(String text) {
        TriageVerdict verdict = TriagePolicy.decide(Rules.said(text), SHOP);
        assertThat(verdict.asked()).isEmpty();
    }

    @Test
    void offIsOffAndAMembersConversationIsTheirsWhateverTheRulesSay() {
        TriageInput off =
                new TriageInput(false, Handler.AI, MessageType.TEXT, "Quelle taille ?", Rules.SHOP, Rules.TUESDAY);
        assertThat(TriagePolicy.decide(off, SHOP).rule()).isEqualTo("ai-off");
        TriageInput taken =
                new TriageInput(true, Handler.MEMBER, MessageType.TEXT, "Remboursez", Rules.SHOP, Rules.TUESDAY);
        assertThat(TriagePolicy.decide(taken, SHOP).rule()).isEqualTo("member-handles");
    }

    @Test
    void toEscalateIsToHandOff() {
        TriageVerdict verdict = TriagePolicy.decide(Rules.said("Remboursez-moi"), SHOP);
        assertThat(verdict.triage()).isEqualTo(Triage.ESCALATE);
        assertThat(verdict.handOff()).isTrue();
        assertThat(verdict.rule()).startsWith("rule:");
        assertThat(verdict.decider().found()).contains("rembourser");
    }

    @Test
    void theOrderIsThePriority() {
        TriageRule calm = Rules.words("Livraison", Triage.AUTO_REPLY, "livraison");
        TriageRule alarm = Rules.words("Retard", Triage.ESCALATE, "retard");
        String text = "Ma livraison est en retard";
        assertThat(decide(text, calm, alarm).reason()).isEqualTo("rule:Livraison");
        assertThat(decide(text, alarm, calm).reason()).isEqualTo("rule:Retard");
    }

    @Test
    void sureIsWhatIsWrittenLessSureWhatIsInflectedDeniedOrSaidInPassing() {
        assertThat(confidence("le remboursement")).isEqualTo("0.95");
        assertThat(confidence("les remboursements")).isEqualTo("0.85");
        assertThat(confidence("pas de remboursement")).isEqualTo("0.71");
        assertThat(confidence("bla ".repeat(200) + "remboursement")).isEqualTo("0.71");
    }

    private static String confidence(String text) {
        return TriagePolicy.decide(
                        Rules.said(text), Rules.of(List.of(Rules.sure("R", Triage.ESCALATE, "0.1", "remboursement"))))
                .confidence()
                .toString();
    }

    @Test
    void severalFindingsAreSurerThanOne() {
        TriageRule rule = Rules.sure("R", Triage.ESCALATE, "0.98", "litige", "avocat");
        assertThat(decide("mon avocat", rule).rule()).isEqualTo("default");
        assertThat(decide("litige, mon avocat", rule).reason()).isEqualTo("rule:R");
    }

    @Test
    void whatIsTooUnsureDoesNotDecideAndIsKept() {
        TriageRule strict = Rules.sure("Strict", Triage.IGNORE, "0.90", "offre");
        TriageVerdict verdict = decide("pas d’offre", strict);
        assertThat(verdict.rule()).isEqualTo("default");
        RuleCheck check = verdict.asked().getFirst();
        assertThat(check.outcome()).isEqualTo(RuleOutcome.TOO_UNSURE);
        assertThat(check.found()).containsExactly("offre");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, MONDAY, 09:00, 18:00, false",
        "2026-11-24T10:00, TUESDAY, 09:00, 18:00, true",
        "2026-11-24T09:00, TUESDAY, 09:00, 18:00, true",
        "2026-11-24T18:00, TUESDAY, 09:00, 18:00, false",
        "2026-11-24T23:30, TUESDAY, 20:00, 08:00, true",
        "2026-11-25T07:59, TUESDAY, 20:00, 08:00, true",
        "2026-11-25T08:00, TUESDAY, 20:00, 08:00, false",
        "2026-11-24T07:00, TUESDAY, 20:00, 08:00, false",
        "2026-11-24T03:00, TUESDAY, 00:00, 00:00, true"
    })
    void hoursOfTheWeekAreTheTenants(String at, DayOfWeek day, String from, String to, boolean holds) {
        TriageRule rule = Rules.hours("Nuit", Triage.ESCALATE, from, to, day);
        TriageInput input = Rules.said("Bonjour", LocalDateTime.parse(at).atZone(Rules.PARIS));
        TriageVerdict verdict = TriagePolicy.decide(input, Rules.of(List.of(rule)));
        assertThat(verdict.reason().equals("rule:Nuit")).isEqualTo(holds);
    }

    @Test
    void conditionsAloneMayDecide() {
        assertThat(decide("Do you have this in blue?", Rules.language("Anglais", Triage.ESCALATE, "en"))
                        .reason())
                .isEqualTo("rule:Anglais");
        assertThat(decide("L’avez-vous en bleu ?", Rules.language("Anglais", Triage.ESCALATE, "en"))
                        .rule())
                .isEqualTo("default");
        assertThat(decide("Bonjour", Rules.channel("Boutique", Triage.IGNORE, Rules.SHOP))
                        .reason())
                .isEqualTo("rule:Boutique");
        assertThat(decide("Bonjour", Rules.channel("Ailleurs", Triage.IGNORE, Ids.next()))
                        .rule())
                .isEqualTo("default");
    }

    /** What makes the JDK's patterns run for ever; and the longest text that WhatsApp carries. */
    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void noPatternHoldsTheServerUp(String pattern) {
        TenantRules rules = Rules.of(List.of(Rules.pattern("P", Triage.IGNORE, pattern)));
        TriageInput input = Rules.said("a".repeat(65_000) + "!");
        long began = System.nanoTime();
        TriagePolicy.decide(input, rules);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({
        "(abc, NOT_UNDERSTOOD",
        "[z-a], NOT_UNDERSTOOD",
        "(?=later)x, NOT_UNDERSTOOD",
        "(a)\\1, NOT_UNDERSTOOD",
        "((a{100}){100}){100}, TOO_LARGE",
        "a{99999}, TOO_LARGE",
        "a*, MATCHES_NOTHING_SAID"
    })
    void aPatternThatCannotBeRunIsRefused(String pattern, PatternRefused.Reason reason) {
        assertThatThrownBy(() -> SafePattern.of(pattern))
                .isInstanceOfSatisfying(
                        PatternRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void aStoredRuleThatCannotBeRunIsLeftOutAndTheOthersHold() {
        TriageVerdict verdict = decide(
                "un litige",
                Rules.pattern("Kaputt", Triage.IGNORE, "(litige"),
                Rules.words("Litige", Triage.ESCALATE, "litige"));
        assertThat(verdict.reason()).isEqualTo("rule:Litige");
    }

    @Test
    void rulesThatCannotBeRunAreNotSaved() {
        TriageRule empty = new TriageRule(null, " ", true, null, List.of("!"), List.of("("), null, null, null, null);
        List<RuleProblem> problems =
                RuleValidation.of(List.of(empty, Rules.words("Gut", Triage.IGNORE, "x")), Set.of());
        assertThat(problems)
                .extracting(RuleProblem::kind)
                .containsExactlyInAnyOrder(
                        RuleProblem.Kind.NAME_MISSING,
                        RuleProblem.Kind.DECISION_MISSING,
                        RuleProblem.Kind.KEYWORD_EMPTY,
                        RuleProblem.Kind.PATTERN_NOT_UNDERSTOOD);
        assertThat(problems).extracting(RuleProblem::position).containsOnly(1);
        assertThat(RuleValidation.of(List.of(Rules.words("Tout", Triage.IGNORE)), Set.of()))
                .extracting(RuleProblem::kind)
                .containsExactly(RuleProblem.Kind.DECIDES_ALWAYS);
    }

    @Test
    void rulesAreReadAsTheyWereStored() {
        List<TriageRule> rules = List.of(
                Rules.words("Mots", Triage.IGNORE, "été"),
                Rules.hours("Nuit", Triage.ESCALATE, "20:00", "08:00", DayOfWeek.SUNDAY));
        assertThat(RuleFile.read(RuleFile.stored(rules))).isEqualTo(rules);
    }

    private static TriageVerdict decide(String text, TriageRule... rules) {
        return TriagePolicy.decide(Rules.said(text), Rules.of(List.of(rules)));
    }
}
