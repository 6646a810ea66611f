package io.sylion.sandbox.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents of an invented business that every search stand-in holds; found when they share a longer word with the question. */
final class SearchShelf {
    private static final int LONGER = 5;

    /** A document, as it is held and, with a score, as it is found. */
    record Held(String id, String title, String text, double score) {
        /** Its first sentence. */
        String answer() {
            return text.substring(0, text.indexOf(". ") + 1);
        }

        /** The beginning, as a page of results would show it. */
        String snippet() {
            return "<b>" + title + "</b>&nbsp;: " + answer().replace("&", "&amp;") + " &hellip;";
        }
    }

    private static final List<Held> HELD = List.of(
            new Held(
                    "livraison-atelier",
                    "Livraison depuis l’atelier",
                    "Chaque livraison part de l’atelier le lundi et le jeudi, et arrive en trois jours. "
                            + "Les délais de livraison sont de cinq jours vers la Corse.",
                    0),
            new Held(
                    "retours-atelier",
                    "Retours à l’atelier",
                    "Un retour est accepté pendant quarante jours, sans motif. "
                            + "Le remboursement suit sous une semaine.",
                    0),
            new Held(
                    "opening-hours",
                    "Opening hours",
                    "The workshop opens from ten to six, Tuesday to Saturday. It is closed in August.",
                    0));

    private SearchShelf() {}

    /** What shares words with the question, best first. */
    static List<Held> search(String question) {
        Set<String> asked = words(question);
        return HELD.stream()
                .map(held -> new Held(held.id(), held.title(), held.text(), share(asked, held)))
                .filter(held -> held.score() > 0)
                .sorted(Comparator.comparingDouble(Held::score).reversed())
                .toList();
    }

    private static double share(Set<String> asked, Held held) {
        Set<String> words = words(held.title() + " " + held.text());
        return asked.isEmpty()
                ? 0
                : (double) asked.stream().filter(words::contains).count() / asked.size();
    }

    private static Set<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(folded.split("\\P{L}+"))
                .filter(word -> word.length() >= LONGER)
                .collect(Collectors.toSet());
    }
}
