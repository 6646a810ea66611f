package io.sylion.inbox.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what people write in WhatsApp: *bold*, _italics_, ~struck~, `code`, links and lines. Whatever was typed is escaped first;
 * only tags of ours come out.
 */
final class WhatsAppText {
    private static final Pattern BLOCK = Pattern.compile("```(.+?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\bhttps?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]'’»]");
    private static final Pattern BOLD = mark("\\*");
    private static final Pattern ITALIC = mark("_");
    private static final Pattern STRUCK = mark("~");

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
        String rest = kept.take(BLOCK, escape(text), 1, "<code class=\"block\">", "</code>");
        rest = kept.take(CODE, rest, 1, "<code>", "</code>");
        rest = kept.takeLinks(rest);
        rest = BOLD.matcher(rest).replaceAll("<strong>$1</strong>");
        rest = ITALIC.matcher(rest).replaceAll("<em>$1</em>");
        rest = STRUCK.matcher(rest).replaceAll("<s>$1</s>");
        return kept.putBack(rest).replace("\r", "").replace("\n", "<br/>");
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
        return text.replace("\0", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Parts that no further mark may change; a character that no text can hold stands for each meanwhile. */
    private static final class Kept {
        private final List<String> parts = new ArrayList<>();

        String take(Pattern pattern, String text, int group, String before, String after) {
            return pattern.matcher(text).replaceAll(found -> keep(before + found.group(group) + after));
        }

        String takeLinks(String text) {
            return LINK.matcher(text)
                    .replaceAll(found -> keep("<a href=\"" + found.group()
                            + "\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">" + found.group() + "</a>"));
        }

        private String keep(String html) {
            parts.add(html);
            return "\0" + (parts.size() - 1) + "\0";
        }

        String putBack(String text) {
            Matcher places = Pattern.compile("\0(\\d+)\0").matcher(text);
            return places.replaceAll(found -> Matcher.quoteReplacement(parts.get(Integer.parseInt(found.group(1)))));
        }
    }
}
