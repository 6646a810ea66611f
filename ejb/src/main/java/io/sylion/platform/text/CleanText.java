package io.sylion.platform.text;

/**
 * Foreign text as the database, a provider and a page can carry it: no NUL, no half surrogate pairs, no control characters but
 * tab and line breaks, bounded.
 */
public final class CleanText {
    private CleanText() {}

    /** Cleaned and cut to so many characters. */
    public static String of(String text, int longest) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isFine(text, i)) {
                return cut(cleaned(text), longest);
            }
        }
        return cut(text, longest);
    }

    private static boolean isFine(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x20) {
            return c == '\n' || c == '\t' || c == '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c < 0x7f || c > 0x9f && c < 0xfffe;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isFine(text, i)) {
                clean.append(text.charAt(i));
            } else if (Character.isSurrogate(text.charAt(i))) {
                clean.append('\ufffd');
            }
        }
        return clean.toString();
    }

    /** Cut to so many characters, never through a surrogate pair. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
