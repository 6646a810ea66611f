package io.sylion.conversation.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a player asks for. One part only: several at once are answered with the whole, as HTTP allows.
 *
 * @param last inclusive
 */
record ByteRange(long first, long last, long size) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Null when the wish cannot be met; the whole when there is none or it is not understood. */
    static ByteRange of(String header, long size) {
        Matcher wish = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!wish.matches() || wish.group(1).isEmpty() && wish.group(2).isEmpty()) {
            return new ByteRange(0, size - 1, size);
        }
        long first;
        long last;
        if (wish.group(1).isEmpty()) {
            long suffix = Long.parseLong(wish.group(2));
            first = Math.max(0, size - suffix);
            last = size - 1;
        } else {
            first = Long.parseLong(wish.group(1));
            last = wish.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(wish.group(2)));
            if (!wish.group(2).isEmpty() && Long.parseLong(wish.group(2)) < first) {
                return new ByteRange(0, size - 1, size);
            }
        }
        return first > last ? null : new ByteRange(first, last, size);
    }

    long length() {
        return last - first + 1;
    }

    boolean isPart() {
        return length() < size;
    }
}
