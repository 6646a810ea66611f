package io.sylion.triage.service;

import io.sylion.platform.text.Language;
import io.sylion.platform.text.WordForms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A keyword of a rule, of one word or several: whole words only, whatever their case, accents and endings. */
final class Phrase {
    /** The word itself; another form of it; either of them denied. */
    private static final double WRITTEN = 0.95;

    private static final double INFLECTED = 0.85;
    private static final double DENIED = 0.75;

    private static final int REACH = 3;
    private static final Set<String> DENIALS = Set.of(
            "pas", "jamais", "sans", "aucun", "aucune", "ni", "not", "no", "never", "without", "nor", "cannot", "don't",
            "doesn't", "didn't", "isn't", "wasn't", "won't", "can't");

    private final String words;
    private final Map<Language, WordForms> forms = new EnumMap<>(Language.class);

    Phrase(String words) {
        this.words = words;
        for (Language language : Language.values()) {
            forms.put(language, WordForms.of(words, language));
        }
    }

    String words() {
        return words;
    }

    /** Whether there is a word in it at all. */
    boolean isEmpty() {
        return forms.get(Language.FR).written().isEmpty();
    }

    /** How surely the message says it, 0 when it does not. */
    double in(Reading reading) {
        double best = 0;
        for (Language language : reading.languages()) {
            best = Math.max(best, in(reading.words(language), forms.get(language)));
        }
        return best;
    }

    private static double in(WordForms message, WordForms phrase) {
        int length = phrase.written().size();
        double best = 0;
        for (int at = 0; length > 0 && at + length <= message.written().size(); at++) {
            double sure = at(message, phrase, at, length);
            if (sure > 0) {
                best = Math.max(best, isDenied(message.written(), at) ? sure * DENIED : sure);
            }
        }
        return best;
    }

    private static double at(WordForms message, WordForms phrase, int at, int length) {
        if (message.written().subList(at, at + length).equals(phrase.written())) {
            return WRITTEN;
        }
        return message.stems().subList(at, at + length).equals(phrase.stems()) ? INFLECTED : 0;
    }

    private static boolean isDenied(List<String> message, int at) {
        return message.subList(Math.max(0, at - REACH), at).stream().anyMatch(DENIALS::contains);
    }
}
