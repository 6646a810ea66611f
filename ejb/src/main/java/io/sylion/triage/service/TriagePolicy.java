package io.sylion.triage.service;

import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules that hold for every tenant, in their order: AI control, who has the conversation, what can be read, who is asked for. */
final class TriagePolicy {
    /** On folded text: words by which people ask for a person, in French and English. */
    private static final Pattern ASKS_FOR_PERSON = Pattern.compile(
            "\\b(parler|discuter|echanger avec|contacter|joindre|avoir|speak|talk|chat|connect me)\\b.{0,30}"
                    + "\\b(conseiller|conseillere|humain|personne reelle|vraie personne|vendeur|vendeuse|operateur|operatrice"
                    + "|quelqu'?un|human|(?:an|real) agent|real person|someone|advisor|representative)\\b"
                    + "|\\b(un|une|vrai|vraie|a|an|real) (conseiller|conseillere|humain|human|real person|agent)\\b"
                    + "[ ,]*(svp|stp|s'il (vous|te) plait|merci|please)?[ ?!.]*$");

    private TriagePolicy() {}

    static TriageVerdict decide(TriageInput input) {
        if (!input.controlActive()) {
            return TriageVerdict.of(Triage.IGNORE, "1", "ai-off");
        }
        if (input.handler() == Handler.MEMBER) {
            return TriageVerdict.of(Triage.IGNORE, "1", "member-handles");
        }
        if (input.handler() == Handler.NOBODY) {
            return TriageVerdict.of(Triage.ESCALATE, "1", "awaiting-member");
        }
        boolean wordless = input.text() == null || input.text().isBlank();
        return switch (input.type()) {
            case STICKER, SYSTEM, CALL_PERMISSION -> TriageVerdict.of(Triage.IGNORE, "0.9", "nothing-to-answer");
            case UNSUPPORTED, LOCATION, CONTACTS, ORDER, FORM_REPLY -> unreadable();
            default -> wordless ? unreadable() : decideOnWords(input.text());
        };
    }

    private static TriageVerdict unreadable() {
        return TriageVerdict.of(Triage.ESCALATE, "0.9", "not-readable");
    }

    private static TriageVerdict decideOnWords(String text) {
        if (ASKS_FOR_PERSON.matcher(fold(text)).find()) {
            return TriageVerdict.of(Triage.ESCALATE, "0.95", "human-requested").withHandOff();
        }
        return TriageVerdict.of(Triage.AUTO_REPLY, "1", "default");
    }

    /** Lower case, without accents, typographic apostrophes made plain; the first 2,000 characters decide. */
    private static String fold(String text) {
        String head = text.length() > 2000 ? text.substring(0, 2000) : text;
        return Normalizer.normalize(head, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
