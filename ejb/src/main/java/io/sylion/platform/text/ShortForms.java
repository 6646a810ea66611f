package io.sylion.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people write short on a phone, written out: « cmt je fait pr » becomes « comment je fait pour ». */
public final class ShortForms {
    /** A word by itself: neither a part of another nor before an apostrophe, as the c of « c’est » is. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{N}'’.@/-])\\p{L}{1,8}(?![\\p{L}\\p{N}'’@/-]|\\.\\p{L})");

    private static final Map<String, String> WRITTEN_OUT = read();

    private ShortForms() {}

    public static String writtenOut(String text) {
        Matcher matcher = WORD.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                WRITTEN_OUT.getOrDefault(found.group().toLowerCase(Locale.ROOT), found.group())));
    }

    private static Map<String, String> read() {
        try (InputStream in = ShortForms.class.getResourceAsStream("short-forms_fr.properties")) {
            Properties forms = new Properties();
            forms.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return forms.stringPropertyNames().stream().collect(Collectors.toMap(form -> form, forms::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
