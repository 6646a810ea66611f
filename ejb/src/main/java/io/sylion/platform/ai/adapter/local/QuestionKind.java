package io.sylion.platform.ai.adapter.local;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What some questions ask for can be seen in a sentence: an amount, a time, a place. */
enum QuestionKind {
    PRICE(
            "(?iU)\\b(combien(?! de temps)|co[uû]te?s?|co[uû]tent|prix|tarifs?|cher|ch[eè]re|frais|gratuite?s?|payante?|offerte?"
                    + "|how much|costs?|prices?|fees?|free)\\b",
            "(?iU)€|\\b(gratuit|offert|euros?|sans frais|free)"),
    TIME(
            "(?iU)\\b(quand|d[eé]lais?|combien de temps|horaires?|heures?|ouvre|ouvert|ouverte|ferm[eé]e?|when|how long|opening)\\b",
            "(?iU)\\d\\s*(h\\b|jour|heure|semaine|mois|minute|day|hour|week|month)|\\bferm[eé]|\\bans?\\b|\\bdemain"),
    PLACE(
            "(?iU)\\b(o[uù] (se trouve|[eê]tes|est|sont|vous)|adresse|where)\\b",
            "(?iU)\\b\\d{5}\\b|\\b(rue|quai|avenue|boulevard|place|street)\\b"),
    WAY(
            "(?iU)\\b(comment|how (do|can|to|does|should))\\b",
            "(?iU)^•|\\b\\p{L}{3,}ez\\b|\\b(click|choose|open|enter|go to)\\b");

    private final Pattern question;
    private final Pattern answer;

    QuestionKind(String question, String answer) {
        this.question = Pattern.compile(question);
        this.answer = Pattern.compile(answer);
    }

    static Optional<QuestionKind> of(String question) {
        return Arrays.stream(values())
                .filter(kind -> kind.question.matcher(question).find())
                .findFirst();
    }

    /** Whether a heading announces such an answer. */
    boolean isHeadedBy(String heading) {
        return question.matcher(heading).find();
    }

    boolean isAnsweredBy(String sentence) {
        return answer.matcher(sentence).find();
    }

    /** The question without the words that made its kind known: they need not occur in the answer. */
    String rest(String asked) {
        return question.matcher(asked).replaceAll(" ");
    }
}
