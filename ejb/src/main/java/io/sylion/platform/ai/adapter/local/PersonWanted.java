package io.sylion.platform.ai.adapter.local;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a customer asks for a person, or is angry enough to need one. */
final class PersonWanted {
    private static final Pattern ASKED = Pattern.compile(
            "\\b(parler|discuter|echanger|joindre|speak|talk|chat)\\b.{0,30}\\b(conseill|humain|quelqu'?un|personne|vendeu|responsable"
                    + "|human|agent|someone|person|manager|representative)"
                    + "|\\b(rappele[zr]|call me back)\\b|\\b(pas|not) (un |une |a )?(robot|bot|machine)\\b");
    private static final Pattern ANGRY = Pattern.compile(
            "\\b(inadmissible|inacceptable|scandaleux|arnaque|honteux|avocat|plainte|porter plainte|mise en demeure"
                    + "|unacceptable|scam|lawyer|disgraceful|furious)\\b");

    private PersonWanted() {}

    static boolean in(String question) {
        String folded = Normalizer.normalize(question, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
        return ASKED.matcher(folded).find() || ANGRY.matcher(folded).find();
    }
}
