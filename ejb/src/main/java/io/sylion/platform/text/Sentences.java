package io.sylion.platform.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts text into sentences; a line of its own, such as an item of a list, is one as well. */
public final class Sentences {
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?i)(^|.*[\\s(])(m|mm|mme|mlle|dr|st|ste|env|ex|etc|art|n|tél|tel|av|bd|p|mr|mrs|e\\.g|i\\.e)\\.$");

    /** Longer ones end at any end mark: of a text made of abbreviations nothing longer is looked through again and again. */
    private static final int LONGEST_JOINED = 1_000;

    private Sentences() {}

    public static List<String> of(String text, Language language) {
        List<String> sentences = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> split(line, language, sentences));
        return sentences;
    }

    private static void split(String line, Language language, List<String> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(language.locale());
        breaks.setText(line);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = line.substring(start, end).strip();
            boolean joinable = end < line.length() && sentence.length() < LONGEST_JOINED;
            if (joinable && ABBREVIATION.matcher(sentence).matches()) {
                continue;
            }
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        if (start < line.length() && !line.substring(start).isBlank()) {
            sentences.add(line.substring(start).strip());
        }
    }
}
