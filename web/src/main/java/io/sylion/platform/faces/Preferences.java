package io.sylion.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How the person before the screen reads: language and theme, kept in cookies so that the door knows them too. */
@Named
@RequestScoped
public class Preferences {
    private static final String LANGUAGE = "sylion-language";
    private static final String THEME = "sylion-theme";
    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    @Inject
    HttpServletRequest request;

    private String language;
    private String theme;

    public String getLanguage() {
        if (language == null) {
            String accepted = request.getHeader("Accept-Language") == null
                    ? "fr"
                    : request.getLocale().getLanguage();
            language = cookie(LANGUAGE, LANGUAGES, LANGUAGES.contains(accepted) ? accepted : "en");
        }
        return language;
    }

    public Locale getLocale() {
        return getLanguage().equals("fr") ? Locale.FRANCE : Locale.UK;
    }

    public String getTheme() {
        if (theme == null) {
            theme = cookie(THEME, THEMES, "light");
        }
        return theme;
    }

    public void speak(String chosen, HttpServletResponse response) {
        if (LANGUAGES.contains(chosen)) {
            language = chosen;
            keep(LANGUAGE, chosen, response);
        }
    }

    public void dress(String chosen, HttpServletResponse response) {
        if (THEMES.contains(chosen)) {
            theme = chosen;
            keep(THEME, chosen, response);
        }
    }

    private String cookie(String name, Set<String> allowed, String otherwise) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name) && allowed.contains(cookie.getValue()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static void keep(String name, String value, HttpServletResponse response) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
