package io.sylion.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** A language that the product reads and answers in. */
public enum Language {
    FR,
    EN;

    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "est", "sont", "que", "qui", "quel",
            "quelle", "quels", "quelles", "pour", "dans", "avec", "sur", "vous", "votre", "vos", "je", "mon", "ma",
            "mes", "ce", "cette", "comment", "combien", "quand", "ou", "pas", "ne", "il", "elle", "nous", "notre",
            "nos", "bonjour", "merci", "avez", "puis", "peut", "bonsoir", "salut", "faire", "suis", "etes", "j", "l",
            "d", "qu", "c", "n", "s");
    private static final Set<String> ENGLISH = Set.of(
            "the", "a", "an", "of", "to", "and", "is", "are", "what", "which", "who", "how", "when", "where", "do",
            "does", "can", "could", "you", "your", "i", "my", "me", "we", "our", "for", "with", "on", "in", "at", "it",
            "this", "that", "not", "hello", "hi", "thanks", "please", "have", "has", "will", "would", "much", "long",
            "be", "if", "or", "from", "there");

    /** The language of most small words of the text; French when they do not tell. */
    public static Language of(String text) {
        return of(text, FR);
    }

    public static Language of(String text, Language otherwise) {
        int french = 0;
        int english = 0;
        for (String word : fold(text).split("[^a-z]+", 400)) {
            french += FRENCH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        if (french == english) {
            return otherwise;
        }
        return french > english ? FR : EN;
    }

    /** By its code; French when the code is not known. */
    public static Language ofCode(String code) {
        return "en".equals(code) ? EN : FR;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return this == EN ? Locale.ENGLISH : Locale.FRENCH;
    }

    /** Lower case, without accents, typographic apostrophes made plain. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replace("œ", "oe")
                .toLowerCase(Locale.ROOT);
    }

    /** As it is written but for its accents. */
    static String withoutAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'');
    }
}
