package io.sylion.inbox.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what people write in WhatsApp: *bold*, _italics_, ~struck~, `code`, links and lines. Whatever was typed is escaped; only
 * tags of ours come out, each closed inside the one in which it was opened.
 */
final class WhatsAppText {
    private static final Pattern BLOCK = Pattern.compile("```(.+?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\\n\0]+)`");
    private static final Pattern LINK = Pattern.compile("\\b(https?://[^\\s<>\"\0]+[^\\s<>\"\0.,;:!?)\\]'’»*_~])");
    private static final Pattern BOLD = mark("\\*");
    private static final Pattern ITALIC = mark("_");
    private static final Pattern STRUCK = mark("~");
    private static final Pattern MARKED = Pattern.compile(BOLD + "|" + ITALIC + "|" + STRUCK);
    private static final List<String> TAGS = List.of("strong", "em", "s");

    private WhatsAppText() {}

    /** A mark opens before a word and closes after one, on one line. */
    private static Pattern mark(String sign) {
        return Pattern.compile("(?<![\\p{L}\\p{N}" + sign + "])" + sign + "(?=\\S)([^" + sign + "\\n]*\\S)" + sign
                + "(?![\\p{L}\\p{N}" + sign + "])");
    }

    /** HTML of a text; empty for null. */
    static String html(String text) {
        if (text == null) {
            return "";
        }
        Kept kept = new Kept();
        String rest = kept.take(BLOCK, text.replace("\0", ""), code -> "<code class=\"block\">" + code + "</code>");
        rest = kept.take(CODE, rest, code -> "<code>" + code + "</code>");
        rest = kept.take(
                LINK,
                rest,
                link -> "<a href=\"" + link + "\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">" + link
                        + "</a>");
        return kept.putBack(marked(rest, 0, rest.length())).replace("\r", "").replace("\n", "<br/>");
    }

    /** Marks inside marks are looked for between them only, so that no tag crosses another. */
    private static String marked(String text, int from, int to) {
        StringBuilder html = new StringBuilder();
        Matcher marks = MARKED.matcher(text).region(from, to).useTransparentBounds(true);
        int at = from;
        while (marks.find()) {
            int which = marks.group(1) != null ? 1 : marks.group(2) != null ? 2 : 3;
            String tag = TAGS.get(which - 1);
            html.append(escape(text.substring(at, marks.start())))
                    .append('<' + tag + '>')
                    .append(marked(text, marks.start(which), marks.end(which)))
                    .append("</" + tag + '>');
            at = marks.end();
        }
        return html.append(escape(text.substring(at, to))).toString();
    }

    /** The words alone, on one line: for the list. */
    static String line(String text) {
        if (text == null) {
            return "";
        }
        String rest = text.replace("```", "").replaceAll("\\s+", " ").strip();
        for (Pattern mark : List.of(BOLD, ITALIC, STRUCK, CODE)) {
            rest = mark.matcher(rest).replaceAll("$1");
        }
        return rest;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Parts that no further mark may change; a character that no text can hold stands for each meanwhile. */
    private static final class Kept {
        private static final Pattern PLACE = Pattern.compile("\0(\\d+)\0");

        private final List<String> parts = new ArrayList<>();

        String take(Pattern pattern, String text, UnaryOperator<String> drawn) {
            return pattern.matcher(text).replaceAll(found -> {
                parts.add(drawn.apply(escape(found.group(1))));
                return "\0" + (parts.size() - 1) + "\0";
            });
        }

        String putBack(String text) {
            return PLACE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(parts.get(Integer.parseInt(found.group(1)))));
        }
    }
}
