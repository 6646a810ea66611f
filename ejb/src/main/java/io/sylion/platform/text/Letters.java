package io.sylion.platform.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The groups of three letters that words are made of, accents folded, the ends of a word marked: a word that is written wrong, run
 * together with another or put into another form still shares most of them.
 */
public final class Letters {
    private static final int TOGETHER = 3;

    private Letters() {}

    /** The groups in their order, repeated as often as they occur. */
    public static List<String> of(String text) {
        List<String> groups = new ArrayList<>();
        for (String word : Language.fold(text).split("[^a-z0-9]+")) {
            if (!word.isEmpty()) {
                String marked = '_' + word + '_';
                for (int i = 0; i + TOGETHER <= marked.length(); i++) {
                    groups.add(marked.substring(i, i + TOGETHER));
                }
            }
        }
        return groups;
    }
}
