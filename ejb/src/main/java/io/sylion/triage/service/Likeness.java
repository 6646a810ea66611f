package io.sylion.triage.service;

import io.sylion.platform.text.Language;
import java.util.Arrays;

/** How alike two messages are, by their letters: 1 less the share of letters that must be changed to make one of the other. */
final class Likeness {
    private Likeness() {}

    /**
     * The text as it is compared: case, accents, punctuation and drawn-out letters do not count, nor do emoji beside words. A
     * question stays one.
     */
    static String key(String text) {
        String words = Language.fold(text)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .replaceAll("(\\p{L})\\1{2,}", "$1")
                .strip();
        if (words.isEmpty()) {
            return text.replaceAll("[\\s\\uFE0F]+", "");
        }
        return text.indexOf('?') < 0 ? words : words + " ?";
    }

    /** Of two keys, 0 to 1; 0 also when one asks and the other does not, or when they cannot be alike enough to matter. */
    static double of(String one, String other, double least) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (longer == 0 || shorter < least * longer || one.endsWith("?") != other.endsWith("?")) {
            return 0;
        }
        int most = (int) Math.floor((1 - least) * longer);
        int distance = distance(one, other, most);
        return distance > most ? 0 : 1 - (double) distance / longer;
    }

    /** Levenshtein's, row by row; given up as soon as it exceeds the bound. */
    private static int distance(String one, String other, int most) {
        int[] before = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            int best = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
                best = Math.min(best, row[j]);
            }
            if (best > most) {
                return best;
            }
            int[] done = before;
            before = row;
            row = done;
        }
        return before[other.length()];
    }
}
