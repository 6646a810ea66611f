package io.sylion.platform.ai.adapter.local;

import io.sylion.platform.ai.adapter.local.ExtractiveChatModel.Source;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.Sentences;
import io.sylion.platform.text.Terms;
import java.util.ArrayList;
import java.util.Comparator;
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
                    + " existe proposez proposer dois actuellement sil toujours encore aussi cas trouver trouve situe vais vas va obtenir prendre prend"
                    + " svp moi chez plusieurs recevoir recois",
            Language.EN,
            "hello hi hey thanks thank please would like know want wonder wondering can could may possible need have question"
                    + " information what which how when where why tell me about get do does did your you i my");

    private final Language language;
    private final Set<String> asked;
    private final QuestionKind kind;

    /** A passage cut into sentences, with the words of its headings. */
    private record Section(
            Source source,
            String heading,
            List<String> sentences,
            List<Set<String>> words,
            Set<String> headings,
            int rank) {}

    /** What answers. */
    record Quote(Source source, String words, double score) {
        double confidence() {
            return Math.clamp(score, 0.0, 0.95);
        }
    }

    Extract(String question, Language language) {
        this.language = language;
        kind = QuestionKind.of(question).orElse(null);
        asked = asked(question);
        if (kind != null) {
            Set<String> rest = asked(kind.rest(question));
            if (!rest.isEmpty()) {
                asked.retainAll(rest);
            }
        }
    }

    private Set<String> asked(String question) {
        Set<String> terms = terms(question);
        terms.removeAll(terms(SMALL_TALK.get(language)));
        return terms;
    }

    Optional<Quote> best(List<Source> sources) {
        List<Section> sections = new ArrayList<>();
        for (Source source : sources) {
            addSections(source, Math.min(sources.indexOf(source), 5), sections);
        }
        if (asked.isEmpty() || sections.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> rarity = rarity(sections);
        double whole = asked.stream().mapToDouble(rarity::get).sum();
        return sections.stream()
                .map(section -> quote(section, rarity, whole))
                .filter(quote -> quote.score() >= FLOOR)
                .max(Comparator.comparingDouble(Quote::score));
    }

    /** How well a section answers: by all it says, by what its headings say, and by its best sentence. */
    private Quote quote(Section section, Map<String, Double> rarity, double whole) {
        int focus = focus(section, rarity, whole);
        Set<String> words = new HashSet<>(section.headings());
        section.words().forEach(words::addAll);
        double coverage = weight(words, rarity) / whole;
        double score = 0.6 * coverage
                + 0.1 * weight(section.headings(), rarity) / whole
                + 0.15 * weight(terms(section.heading()), rarity) / whole
                + 0.2 * told(section, focus, rarity, whole)
                + (kind != null && kind.isHeadedBy(section.heading()) ? 0.15 : 0)
                + (isInForm(section, focus) ? 0.15 : 0)
                - 0.01 * section.rank();
        return new Quote(section.source(), around(section, focus, rarity), coverage < FLOOR ? 0 : score);
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
                source, heading, sentences, sentences.stream().map(this::terms).toList(), headings, rank);
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
                    .filter(words -> likeness(term, words) > 0)
                    .count();
            rarity.put(term, Math.log(1 + (all - with + 0.5) / (with + 0.5)));
        }
        return rarity;
    }

    private double weight(Set<String> words, Map<String, Double> rarity) {
        return asked.stream()
                .mapToDouble(term -> rarity.get(term) * likeness(term, words))
                .sum();
    }

    /** 1 for the same word, less for one of the same root: livrer, livraison. */
    private static double likeness(String term, Set<String> words) {
        if (words.contains(term)) {
            return 1;
        }
        return words.stream().anyMatch(word -> isAkin(term, word)) ? 0.7 : 0;
    }

    private static boolean isAkin(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= 4 && common * 5 >= shorter * 3;
    }

    /** The sentence that says most of what is asked, in the form that is asked for; else the first. */
    private int focus(Section section, Map<String, Double> rarity, double whole) {
        int focus = 0;
        for (int i = 1; i < section.sentences().size(); i++) {
            if (strength(section, i, rarity, whole) > strength(section, focus, rarity, whole) + 1e-9) {
                focus = i;
            }
        }
        return focus;
    }

    private double strength(Section section, int sentence, Map<String, Double> rarity, double whole) {
        return told(section, sentence, rarity, whole) + (isInForm(section, sentence) ? 0.5 : 0);
    }

    private double told(Section section, int sentence, Map<String, Double> rarity, double whole) {
        return weight(section.words().get(sentence), rarity) / whole;
    }

    private boolean isInForm(Section section, int sentence) {
        return kind != null && kind.isAnsweredBy(section.sentences().get(sentence));
    }

    /** The sentence with those that follow it, as far as they fit. */
    private String around(Section section, int focus, Map<String, Double> rarity) {
        int first = first(section, focus, rarity);
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

    /** A way is told from its beginning, and so is what the heading alone announces; else the sentence before may lead up. */
    private int first(Section section, int focus, Map<String, Double> rarity) {
        Set<String> beyond = new HashSet<>(section.words().get(focus));
        beyond.removeIf(word -> likeness(word, section.headings()) > 0);
        if (kind == QuestionKind.WAY || weight(beyond, rarity) == 0) {
            return 0;
        }
        return focus > 0 && weight(section.words().get(focus - 1), rarity) > 0 ? focus - 1 : focus;
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
