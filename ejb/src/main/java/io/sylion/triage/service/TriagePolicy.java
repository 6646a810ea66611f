package io.sylion.triage.service;

import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import io.sylion.triage.api.Resemblance;
import io.sylion.triage.api.RuleCheck;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order of triage: AI control, who has the conversation, what can be read, the tenant's ignore examples, the tenant's rules, who
 * is asked for. What comes first cannot be overruled by a rule; what comes after is only asked when no rule decided.
 */
final class TriagePolicy {
    /** On folded text: words by which people ask for a person, in French and English. */
    private static final Pattern ASKS_FOR_PERSON = Pattern.compile(
            "\\b(parler|discuter|echanger avec|contacter|joindre|avoir|speak|talk|chat|connect me)\\b.{0,30}"
                    + "\\b(conseiller|conseillere|humain|personne reelle|vraie personne|vendeur|vendeuse|operateur|operatrice"
                    + "|quelqu'?un|human|(?:an|real) agent|real person|someone|advisor|representative)\\b"
                    + "|\\b(un|une|vrai|vraie|a|an|real) (conseiller|conseillere|humain|human|real person|agent)\\b"
                    + "[ ,]*(svp|stp|s'il (vous|te) plait|merci|please)?[ ?!.]*$");

    private TriagePolicy() {}

    static TriageVerdict decide(TriageInput input, TenantRules rules) {
        if (!input.controlActive()) {
            return TriageVerdict.of(Triage.IGNORE, "1", "ai-off");
        }
        if (input.handler() == Handler.MEMBER) {
            return TriageVerdict.of(Triage.IGNORE, "1", "member-handles");
        }
        if (input.handler() == Handler.NOBODY) {
            return TriageVerdict.of(Triage.ESCALATE, "1", "awaiting-member");
        }
        return switch (input.type()) {
            case STICKER, SYSTEM, CALL_PERMISSION -> TriageVerdict.of(Triage.IGNORE, "0.9", "nothing-to-answer");
            case UNSUPPORTED, LOCATION, CONTACTS, ORDER, FORM_REPLY -> unreadable();
            default -> input.isWordless() ? unreadable() : decideOnWords(input, rules);
        };
    }

    private static TriageVerdict unreadable() {
        return TriageVerdict.of(Triage.ESCALATE, "0.9", "not-readable");
    }

    private static TriageVerdict decideOnWords(TriageInput input, TenantRules rules) {
        Reading reading = new Reading(input.text());
        Resemblance nearest = rules.nearest(reading);
        if (nearest != null && nearest.decides()) {
            return TriageVerdict.like(nearest);
        }
        List<RuleCheck> asked = rules.ask(input, reading);
        TriageVerdict verdict = !asked.isEmpty() && asked.getLast().decides()
                ? TriageVerdict.by(asked.getLast())
                : decideAsEver(reading);
        return verdict.after(nearest, asked);
    }

    /** What holds where the tenant has no rule. */
    private static TriageVerdict decideAsEver(Reading reading) {
        if (ASKS_FOR_PERSON.matcher(reading.folded()).find()) {
            return TriageVerdict.of(Triage.ESCALATE, "0.95", "human-requested").withHandOff();
        }
        return TriageVerdict.of(Triage.AUTO_REPLY, "1", "default");
    }
}
