package io.sylion.platform.ai.adapter.local;

import io.sylion.platform.ai.adapter.local.ExtractiveChatModel.Source;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.Sentences;
import io.sylion.platform.text.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the sentences that answer one question. A word of the question counts by how rare it is among the given sentences;
 * what stands in the headings counts for all sentences below.
 */
final class Extract {
    /** So much of the question must be covered, by the rarity of its words, before anything is said. */
    private static final double FLOOR = 0.45;

    private static final int MOST_CHARACTERS = 420;

    /** Words of almost every question, which say nothing about what is asked. */
    private static final Map<Language, String> SMALL_TALK = Map.of(
            Language.FR,
            "bonjour bonsoir salut coucou merci svp stp plait madame monsieur voudrais aimerais souhaite souhaiterais savoir"
                    + " connaitre pouvez peut peux puis possible faut faire fait avez avoir question information renseignement"
                    + " quel quelle quels quelles comment combien quand pourquoi est-ce que quoi aller veux besoin dire indiquer"
                    + " proposez vendez existe dois actuellement sil toujours encore aussi cas svp",
            Language.EN,
            "hello hi hey thanks thank please would like know want wonder wondering can could may possible need have question"
                    + " information what which how when where why tell me about get do does did your you i my");

    private final Language language;
    private final Set<String> asked;

    /** A passage cut into sentences, with the words of its headings. */
    private record Section(
            Source source, List<String> sentences, List<Set<String>> words, Set<String> headings, int rank) {}

    /** What answers. */
    record Quote(Source source, String words, double confidence) {}

    Extract(String question, Language language) {
        this.language = language;
        Set<String> terms = terms(question);
        terms.removeAll(terms(SMALL_TALK.get(language)));
        asked = terms;
    }

    Optional<Quote> best(List<Source> sources) {
        List<Section> sections = new ArrayList<>();
        for (Source source : sources) {
            addSections(source, sources.indexOf(source), sections);
        }
        if (asked.isEmpty() || sections.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> rarity = rarity(sections);
        double whole = asked.stream().mapToDouble(rarity::get).sum();
        Quote best = null;
        double bestScore = FLOOR;
        for (Section section : sections) {
            Set<String> covered = new HashSet<>(section.headings());
            section.words().forEach(covered::addAll);
            double coverage = weight(covered, rarity) / whole;
            double headed = weight(section.headings(), rarity) / whole;
            int focus = focus(section, rarity);
            double focused = weight(section.words().get(focus), rarity) / whole;
            double score = 0.6 * coverage + 0.2 * headed + 0.2 * focused - 0.02 * section.rank();
            if (score > bestScore && coverage >= FLOOR) {
                bestScore = score;
                best = new Quote(section.source(), around(section, focus, rarity), Math.clamp(score, 0.0, 0.95));
            }
        }
        return Optional.ofNullable(best);
    }

    /** A passage may hold several headings, each with sentences of its own below. */
    private void addSections(Source source, int rank, List<Section> sections) {
        Set<String> title = terms(source.title());
        String heading = "";
        List<String> sentences = new ArrayList<>();
        for (String sentence : Sentences.of(source.text(), language)) {
            if (!isHeading(sentence)) {
                sentences.add(sentence);
                continue;
            }
            if (!sentences.isEmpty()) {
                sections.add(section(source, title, heading, sentences, rank));
                sentences = new ArrayList<>();
            }
            heading = sentence;
        }
        if (!sentences.isEmpty()) {
            sections.add(section(source, title, heading, sentences, rank));
        }
    }

    private Section section(Source source, Set<String> title, String heading, List<String> sentences, int rank) {
        Set<String> headings = new HashSet<>(title);
        headings.addAll(terms(heading));
        return new Section(
                source, sentences, sentences.stream().map(this::terms).toList(), headings, rank);
    }

    /** A short line without an end is a heading. */
    private static boolean isHeading(String sentence) {
        return sentence.length() <= 90 && !sentence.startsWith("•") && sentence.matches(".*[\\p{L}\\p{N})»?]");
    }

    private Map<String, Double> rarity(List<Section> sections) {
        int all = sections.stream()
                .mapToInt(section -> section.sentences().size())
                .sum();
        Map<String, Double> rarity = new HashMap<>();
        for (String term : asked) {
            long with = sections.stream()
                    .flatMap(section -> section.words().stream())
                    .filter(words -> words.contains(term))
                    .count();
            rarity.put(term, Math.log(1 + (all - with + 0.5) / (with + 0.5)));
        }
        return rarity;
    }

    private double weight(Set<String> words, Map<String, Double> rarity) {
        return asked.stream().filter(words::contains).mapToDouble(rarity::get).sum();
    }

    /** The sentence that says most of what is asked; the first of a section whose heading alone does. */
    private int focus(Section section, Map<String, Double> rarity) {
        int focus = 0;
        for (int i = 1; i < section.sentences().size(); i++) {
            if (weight(section.words().get(i), rarity) > weight(section.words().get(focus), rarity) + 1e-9) {
                focus = i;
            }
        }
        return focus;
    }

    /** The sentence with those that follow it, and the one before it when it is about the same, as far as they fit. */
    private String around(Section section, int focus, Map<String, Double> rarity) {
        int first = focus > 0 && weight(section.words().get(focus - 1), rarity) > 0 ? focus - 1 : focus;
        StringBuilder words = new StringBuilder();
        for (int i = first; i < section.sentences().size(); i++) {
            String sentence = section.sentences().get(i);
            if (i > focus && words.length() + sentence.length() > MOST_CHARACTERS) {
                break;
            }
            words.append(separator(words, sentence)).append(sentence);
        }
        return words.toString();
    }

    private static String separator(StringBuilder before, String sentence) {
        if (before.isEmpty()) {
            return "";
        }
        return sentence.startsWith("•") || before.lastIndexOf("\n•") >= 0 ? "\n" : " ";
    }

    private Set<String> terms(String text) {
        return new LinkedHashSet<>(Terms.of(text, language));
    }
}
