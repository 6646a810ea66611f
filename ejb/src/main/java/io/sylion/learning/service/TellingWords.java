package io.sylion.learning.service;

import io.sylion.platform.text.Language;
import io.sylion.platform.text.ShortForms;
import io.sylion.platform.text.Terms;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a question that say what is asked, as stems: greetings and the like are in every question. */
final class TellingWords {
    private static final Map<Language, Set<String>> SMALL_TALK = Map.of(
            Language.FR,
            terms(
                    "bonjour bonsoir salut coucou hello merci svp stp plaît madame monsieur voudrais aimerais souhaite savoir"
                            + " connaître pouvez peut peux puis possible faut faire faites fait avez question information"
                            + " renseignement quel quelle quels quelles comment combien quand pourquoi veux besoin dire proposez"
                            + " est-ce que quoi ok oui non",
                    Language.FR),
            Language.EN,
            terms(
                    "hello hi hey thanks thank please would like know want wondering can could may possible need have question"
                            + " information what which how when where why tell me about get do does did you your i my ok yes no",
                    Language.EN));

    private TellingWords() {}

    /** None when the question is a greeting only. */
    static List<String> of(String question, Language language) {
        Set<String> words = terms(ShortForms.writtenOut(question), language);
        words.removeAll(SMALL_TALK.get(language));
        return List.copyOf(words);
    }

    /** Whether two stems are of one root: livrer, livraison. */
    static boolean isAkin(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= 4 && common * 5 >= shorter * 3;
    }

    /** Those of the first that have no kin among the others. */
    static Set<String> without(List<String> words, List<String> others) {
        Set<String> own = new HashSet<>(words);
        own.removeIf(word -> others.stream().anyMatch(other -> isAkin(word, other)));
        return own;
    }

    private static Set<String> terms(String text, Language language) {
        return new LinkedHashSet<>(Terms.of(text, language));
    }
}
