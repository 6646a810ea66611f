package io.sylion.triage.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriagePolicyTest {
    @Test
    void aQuestionIsAnswered() {
        TriageVerdict verdict = ask("Bonjour, quels sont vos délais de livraison ?");
        assertThat(verdict.triage()).isEqualTo(Triage.AUTO_REPLY);
        assertThat(verdict.rule()).isEqualTo("default");
        assertThat(verdict.handOff()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Je voudrais parler à un conseiller",
                "Puis-je parler à quelqu’un ?",
                "je peux parler a quelqu'un",
                "Je souhaite échanger avec une vraie personne",
                "Un conseiller s’il vous plaît",
                "un humain svp",
                "PASSEZ-MOI UN HUMAIN !!",
                "Comment joindre une conseillère",
                "Can I talk to a human please?",
                "I want to speak with an agent",
                "a real person please",
                "I need a human."
            })
    void whoAsksForAPersonGetsOne(String text) {
        TriageVerdict verdict = ask(text);
        assertThat(verdict.rule()).isEqualTo("human-requested");
        assertThat(verdict.triage()).isEqualTo(Triage.ESCALATE);
        assertThat(verdict.handOff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Que me conseillez-vous pour un cadeau ?",
                "Puis-je échanger un cadeau que quelqu’un m’a offert ?",
                "Votre crème convient-elle au corps humain ?",
                "Is the cleaning agent included?",
                "Ma commande est arrivée cassée"
            })
    void whoDoesNotAskForAPersonGetsAnAnswer(String text) {
        assertThat(ask(text).triage()).isEqualTo(Triage.AUTO_REPLY);
    }

    @Test
    void nothingAutomaticHappensWhileAiControlIsOff() {
        TriageVerdict verdict = decide(false, Handler.AI, MessageType.TEXT, "Je voudrais parler à un conseiller");
        assertThat(verdict.triage()).isEqualTo(Triage.IGNORE);
        assertThat(verdict.rule()).isEqualTo("ai-off");
        assertThat(verdict.handOff()).isFalse();
    }

    @Test
    void aMembersConversationIsLeftAlone() {
        assertThat(decide(true, Handler.MEMBER, MessageType.TEXT, "Bonjour").rule())
                .isEqualTo("member-handles");
    }

    @Test
    void whoWaitsForAMemberGoesOnWaiting() {
        TriageVerdict verdict = decide(true, Handler.NOBODY, MessageType.TEXT, "Vous êtes là ?");
        assertThat(verdict.triage()).isEqualTo(Triage.ESCALATE);
        assertThat(verdict.handOff()).as("told once already").isFalse();
    }

    /** Every type has an end: answered, shown to a person, or needing no answer; none is forgotten. */
    @ParameterizedTest
    @EnumSource(MessageType.class)
    void everyTypeIsDecidedOn(MessageType type) {
        TriageVerdict verdict = decide(true, Handler.AI, type, null);
        assertThat(verdict.triage()).isNotEqualTo(Triage.AUTO_REPLY);
        assertThat(verdict.rule()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageType.class,
            names = {"TEXT", "IMAGE", "DOCUMENT", "BUTTON_REPLY", "LIST_REPLY"})
    void wordsAreReadWhereverTheyStand(MessageType type) {
        assertThat(decide(true, Handler.AI, type, "Est-ce remboursable ?").triage())
                .isEqualTo(Triage.AUTO_REPLY);
    }

    @Test
    void endlessTextIsDecidedOnQuickly() {
        assertThat(ask("parler ".repeat(20_000)).triage()).isEqualTo(Triage.AUTO_REPLY);
    }

    private static TriageVerdict ask(String text) {
        return decide(true, Handler.AI, MessageType.TEXT, text);
    }

    private static TriageVerdict decide(boolean controlActive, Handler handler, MessageType type, String text) {
        return TriagePolicy.decide(
                new TriageInput(controlActive, handler, type, text, Rules.SHOP, Rules.TUESDAY), Rules.NONE);
    }
}
