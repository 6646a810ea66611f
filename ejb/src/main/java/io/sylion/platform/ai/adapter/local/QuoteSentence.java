package io.sylion.platform.ai.adapter.local;

import io.sylion.platform.ai.adapter.local.Extract.Quote;
import io.sylion.platform.text.Language;
import java.util.regex.Pattern;

/** Words around a quotation: who says so, in the customer's language. */
final class QuoteSentence {
    private static final Pattern GREETING =
            Pattern.compile("(?iU)^\\W*(bonjour|bonsoir|salut|coucou|hello|hi|good (morning|evening|afternoon))\\b");

    private QuoteSentence() {}

    static String of(Quote quote, String question, Language language) {
        boolean greeted = GREETING.matcher(question).find();
        String title = quote.source().title().strip();
        if (language == Language.EN) {
            return (greeted ? "Hello! " : "") + "Our page “" + title + "” says:\n" + quote.words();
        }
        return (greeted ? "Bonjour\u202f! " : "") + "Voici ce qu’indique notre page «\u00a0" + title
                + "\u00a0»\u00a0:\n" + quote.words();
    }
}
