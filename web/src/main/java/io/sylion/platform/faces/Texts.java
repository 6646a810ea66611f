package io.sylion.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of a feature in the reader's language, for words that code chooses. */
@Named
@RequestScoped
public class Texts {
    @Inject
    Preferences preferences;

    /**
     * A text with its values put in.
     *
     * @param feature whose bundle it is
     * @param key of the text
     * @param values for {0}, {1} …
     * @throws java.util.MissingResourceException when the bundle lacks it
     */
    public String get(String feature, String key, Object... values) {
        String text = bundle(feature).getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
    }

    /** As {@link #get}, or the given words when the bundle lacks the key: for codes that come from outside. */
    public String getOr(String feature, String key, String otherwise) {
        ResourceBundle bundle = bundle(feature);
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    public Locale locale() {
        return preferences.getLocale();
    }

    private ResourceBundle bundle(String feature) {
        return ResourceBundle.getBundle(
                "io.sylion." + feature + ".messages", locale(), Texts.class.getClassLoader(), ENGLISH_OTHERWISE);
    }

    /** English is the bundle without a language; the machine's own language must never step in. */
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
