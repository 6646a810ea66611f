package io.sylion.triage.service;

import io.sylion.platform.text.CleanText;
import io.sylion.platform.text.Language;
import io.sylion.platform.text.WordForms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A message as rules read it; each view of it is made when it is first asked for. The first 2,000 characters decide. */
final class Reading {
    private static final int LONGEST = 2_000;

    private final String text;
    private final Map<Language, WordForms> forms = new EnumMap<>(Language.class);
    private String folded;
    private String key;
    private Language language;

    Reading(String text) {
        this.text = CleanText.cut(text, LONGEST);
    }

    /** Lower case, without accents, each space one blank. */
    String folded() {
        if (folded == null) {
            folded = Language.fold(text).replaceAll("\\s+", " ");
        }
        return folded;
    }

    /** As {@link Likeness} compares it. */
    String key() {
        if (key == null) {
            key = Likeness.key(text);
        }
        return key;
    }

    /** French when its words do not tell. */
    Language language() {
        if (language == null) {
            language = Language.of(text);
        }
        return language;
    }

    /** Words are looked up by the endings of these languages: a short message often does not tell which is its own. */
    List<Language> languages() {
        return language() == Language.FR && Language.of(text, Language.EN) == Language.FR
                ? List.of(Language.FR)
                : List.of(Language.FR, Language.EN);
    }

    WordForms words(Language by) {
        return forms.computeIfAbsent(by, each -> WordForms.of(text, each));
    }

    int length() {
        return words(Language.FR).written().size();
    }
}
