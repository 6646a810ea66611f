package io.sylion.knowledge.service;

import io.sylion.platform.text.CleanText;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a document into passages of about one size. A passage never crosses a heading, is cut between sentences, and knows the
 * headings above it. Markdown becomes plain text: what is quoted to a customer carries no marks.
 */
final class PassageSplitter {
    /** A passage ends before the sentence that would make it longer: what is small is found more surely by its meaning. */
    private static final int FULL = 250;

    /** A sentence longer than this is cut. */
    private static final int LONGEST = 900;

    /** The patterns below look ahead as far as a line goes: longer lines are read in pieces, since nobody marks up more at once. */
    private static final int LONGEST_LINE = 2_000;

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)])\\s+(.*)");
    private static final Pattern RULE =
            Pattern.compile("\\s*(?:-[\\s-]*|\\*[\\s*]*|_[\\s_]*|=[\\s=]*)|\\s*```.*|[\\s|:-]*\\|[\\s|:-]*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\(([^)\\s]*)[^)]*\\)");
    private static final Pattern MARK = Pattern.compile("(\\*\\*|__|\\*|`|~~)(?=\\S)(.{1,400}?)(?<=\\S)\\1");
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?[a-zA-Z][^>]*>");

    private final boolean markdown;
    private final String title;
    private final Language language;
    private final List<Part> parts = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder section = new StringBuilder();

    /**
     * A part of the text.
     *
     * @param heading the headings above it, joined; the title of the document is not repeated
     */
    record Part(String heading, String body) {}

    private PassageSplitter(String title, String mimeType, Language language) {
        this.title = title;
        this.markdown = mimeType.equals("text/markdown");
        this.language = language;
    }

    static List<Part> split(String title, String mimeType, Language language, String text) {
        PassageSplitter splitter = new PassageSplitter(title, mimeType, language);
        text.lines().forEach(splitter::pieces);
        splitter.endSection();
        return splitter.parts;
    }

    private void pieces(String line) {
        String rest = line;
        while (rest.length() > LONGEST_LINE) {
            int blank = rest.lastIndexOf(' ', LONGEST_LINE);
            String piece = CleanText.cut(rest, blank > 0 ? blank : LONGEST_LINE);
            line(piece);
            rest = rest.substring(piece.length());
        }
        line(rest);
    }

    private void line(String line) {
        if (line.isBlank()) {
            endParagraph();
            return;
        }
        if (!markdown) {
            append(line.strip());
            return;
        }
        Matcher heading = HEADING.matcher(line.strip());
        Matcher item = ITEM.matcher(line);
        if (heading.matches()) {
            endSection();
            enter(heading.group(1).length(), plain(heading.group(2)));
        } else if (isRule(line)) {
            endParagraph();
        } else if (item.matches()) {
            endParagraph();
            append("• " + plain(item.group(1)));
        } else {
            append(plain(line.strip().replaceFirst("^>+\\s*", "")));
        }
    }

    /** Three signs of one kind at least, a fence or the line below a table's head. */
    private static boolean isRule(String line) {
        long signs = line.chars()
                .filter(sign -> !Character.isWhitespace(sign))
                .limit(3)
                .count();
        return (signs == 3 || line.indexOf('|') >= 0) && RULE.matcher(line).matches();
    }

    private void enter(int level, String words) {
        while (!levels.isEmpty() && levels.getLast() >= level) {
            levels.removeLast();
            headings.removeLast();
        }
        levels.add(level);
        headings.add(words);
    }

    private void append(String words) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(words);
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            if (section.length() + paragraph.length() > FULL) {
                endPart();
            }
            if (paragraph.length() > FULL) {
                cut(paragraph.toString());
            } else {
                section.append(section.isEmpty() ? "" : "\n").append(paragraph);
            }
            paragraph.setLength(0);
        }
    }

    /** A paragraph longer than a passage is cut between its sentences, a sentence longer than that between words. */
    private void cut(String words) {
        for (String sentence : Sentences.of(words, language)) {
            String rest = sentence;
            while (rest.length() > LONGEST) {
                int at = rest.lastIndexOf(' ', LONGEST);
                int end = at > 0 ? at : LONGEST;
                endPart();
                parts.add(new Part(heading(), rest.substring(0, end).strip()));
                rest = rest.substring(end).strip();
            }
            if (section.length() + rest.length() > FULL) {
                endPart();
            }
            section.append(section.isEmpty() ? "" : " ").append(rest);
        }
    }

    private void endSection() {
        endParagraph();
        endPart();
    }

    private void endPart() {
        if (!section.isEmpty()) {
            parts.add(new Part(heading(), section.toString()));
            section.setLength(0);
        }
    }

    private String heading() {
        return String.join(
                " › ",
                headings.stream().filter(each -> !each.equalsIgnoreCase(title)).toList());
    }

    private static String plain(String line) {
        String text = TAG.matcher(line).replaceAll("");
        text = LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(2).isEmpty()
                                        || link.group(1).contains(link.group(2))
                                        || link.group(2).startsWith("#")
                                ? link.group(1)
                                : link.group(1) + " (" + link.group(2) + ")"));
        for (int depth = 0; depth < 3; depth++) {
            text = MARK.matcher(text).replaceAll("$2");
        }
        return text.replaceAll("\\\\([\\\\`*_{}\\[\\]()#+.!|-])", "$1").strip();
    }
}
