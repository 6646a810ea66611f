package io.sylion.reader;

import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes the XHTML that the parsers report as Markdown: headings, paragraphs, items, rows of tables. A row repeats the names of its
 * columns, because it may be found without the row that names them.
 */
final class MarkdownHandler extends DefaultHandler {
    /** What surrounds the text of a web page, and what is none. A form is not: many sites wrap the whole page in one. */
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "nav",
            "footer",
            "aside",
            "svg",
            "template",
            "iframe",
            "head",
            "button",
            "label",
            "select",
            "textarea");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "figure",
            "main",
            "header");

    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder block = new StringBuilder();
    private final TableRows table = new TableRows();
    private String mark = "";
    private int leftOut;
    private int pages;

    MarkdownHandler(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (leftOut > 0 || LEFT_OUT.contains(name)) {
            leftOut++;
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> begin("#".repeat(name.charAt(1) - '0') + " ");
            case "li" -> begin("- ");
            case "table" -> {
                begin("");
                table.begin();
            }
            case "tr" -> table.beginRow();
            case "td", "th" -> takeCellText();
            case "br" -> block.append(table.isOpen() ? ' ' : '\n');
            default -> {
                if (isPage(name, attributes) && ++pages > limits.pages()) {
                    throw new Unreadable(ReadingProblem.TOO_MANY_PAGES);
                }
                if (BLOCKS.contains(name)) {
                    begin(mark.startsWith("- ") && block.isEmpty() ? mark : "");
                }
            }
        }
    }

    private static boolean isPage(String name, Attributes attributes) {
        String kind = attributes.getValue("class");
        return name.equals("div") && ("page".equals(kind) || "slide-content".equals(kind));
    }

    /** Text between rows and cells belongs to nobody. */
    private void takeCellText() {
        block.setLength(0);
    }

    private void begin(String newMark) {
        if (table.isOpen()) {
            block.append(' ');
        } else {
            endBlock();
            mark = newMark;
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (leftOut > 0) {
            leftOut--;
            return;
        }
        switch (name) {
            case "td", "th" -> {
                table.cell(words(block));
                block.setLength(0);
            }
            case "tr" -> table.endRow();
            case "table" -> {
                table.end().forEach(row -> line("- " + row));
                text.append('\n');
            }
            case "h1", "h2", "h3", "h4", "h5", "h6", "li" -> begin("");
            default -> {
                if (BLOCKS.contains(name)) {
                    begin("");
                }
            }
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (leftOut == 0) {
            block.append(signs, start, length);
            bound(block.length());
        }
    }

    @Override
    public void ignorableWhitespace(char[] signs, int start, int length) {
        characters(signs, start, length);
    }

    private void endBlock() {
        String words = words(block);
        block.setLength(0);
        if (!words.isEmpty()) {
            line(mark + words);
            if (!mark.startsWith("- ")) {
                text.append('\n');
            }
        }
        mark = "";
    }

    private void line(String words) {
        text.append(words).append('\n');
        bound(text.length());
    }

    private void bound(int length) {
        if (length > limits.characters()) {
            throw new Unreadable(ReadingProblem.TOO_LONG);
        }
    }

    /** One line; words that a line's end divided are whole again. */
    private static String words(CharSequence block) {
        return block.toString()
                .replaceAll("(?<=\\p{Ll})[-\u00AD]\\s*\\n\\s*(?=\\p{Ll})", "")
                .replace("\u00AD", "")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    int pages() {
        return pages;
    }

    String text() {
        endBlock();
        return text.toString();
    }
}
