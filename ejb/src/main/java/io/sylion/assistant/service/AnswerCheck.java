package io.sylion.assistant.service;

import io.sylion.knowledge.api.RetrievedPassage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether a model's answer may leave. A model can be talked into anything, by a customer or by a document; so what it says is held
 * against what it was given.
 */
final class AnswerCheck {
    /** It cites nothing, or what it was not given. */
    static final String UNFOUNDED = "unfounded";

    /** It holds a link of its own, or our instructions. */
    static final String UNSAFE = "unsafe";

    /** Addresses of pages and of mail, and bare names of sites, which phones make links of as well. */
    private static final Pattern LINK = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)[^\\s<>\"»”]+|\\b[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+"
                    + "|\\b(?:[a-z0-9-]{1,63}\\.)+(?:com|net|org|info|biz|io|co|fr|be|ch|eu|uk|de|es|ru|cn|xyz|top|site|online"
                    + "|shop|store|app|dev|ly|me|link|click|live)\\b(?:/[^\\s<>\"»”]*)?");

    /** So many words of ours in a row are nobody else's. */
    private static final int TELLTALE = 6;

    private AnswerCheck() {}

    /**
     * Why the answer may not leave; null when it may.
     *
     * @param ours what the tenant has written itself: persona and sentences of the assistant
     */
    static String doubt(
            String answer, boolean mustCite, List<String> cited, List<RetrievedPassage> passages, String ours) {
        if (answer.isEmpty()) {
            return null;
        }
        if (mustCite && !holds(cited, passages)) {
            return UNFOUNDED;
        }
        return holdsForeignLink(answer, passages, ours) || repeatsInstructions(answer) ? UNSAFE : null;
    }

    private static boolean holds(List<String> cited, List<RetrievedPassage> passages) {
        Set<String> given = passages.stream()
                .map(RetrievedPassage::passageId)
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return !cited.isEmpty() && given.containsAll(cited);
    }

    private static boolean holdsForeignLink(String answer, List<RetrievedPassage> passages, String ours) {
        Matcher links = LINK.matcher(answer);
        while (links.find()) {
            String link = links.group().replaceAll("[.,;:!?)\\]]+$", "");
            if (!ours.contains(link)
                    && passages.stream()
                            .noneMatch(passage -> passage.text().contains(link)
                                    || passage.documentTitle().contains(link))) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeatsInstructions(String answer) {
        String told = words(answer);
        List<String> ours = List.of(words(ReplyPrompt.ABOUT_DATA).split(" "));
        return IntStream.rangeClosed(0, ours.size() - TELLTALE)
                .mapToObj(start -> String.join(" ", ours.subList(start, start + TELLTALE)))
                .anyMatch(told::contains);
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\W+", " ").strip();
    }
}
