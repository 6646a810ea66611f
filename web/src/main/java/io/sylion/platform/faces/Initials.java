package io.sylion.platform.faces;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Up to two letters that stand for a name in an avatar. */
public final class Initials {
    private Initials() {}

    /** "LM" of "Léa Martin"; "#" of what has no letter, such as a telephone number. */
    public static String of(String name) {
        List<String> words = Arrays.stream(
                        name == null ? new String[0] : name.strip().split("[\\s'’.-]+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "#";
        }
        String letters = words.size() == 1 ? first(words.getFirst()) : first(words.getFirst()) + first(words.getLast());
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word) {
        return Character.toString(word.codePointAt(0));
    }
}
