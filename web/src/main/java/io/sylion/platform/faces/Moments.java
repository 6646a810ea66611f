package io.sylion.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as a person reads them: in the tenant's zone and the reader's language. */
@Named
@RequestScoped
public class Moments {
    @Inject
    Clock clock;

    @Inject
    Texts texts;

    private ZoneId zone = ZoneId.of("Europe/Paris");

    /** Times are shown in this zone from now on. */
    public void in(ZoneId tenantZone) {
        zone = tenantZone;
    }

    /** "10:42". */
    public String clock(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    }

    /** "10:42" today, "hier", "mardi" within the week, else the date. */
    public String brief(Instant at) {
        if (at == null) {
            return "";
        }
        long days = daysAgo(at);
        if (days <= 0) {
            return clock(at);
        }
        if (days == 1) {
            return texts.get("platform", "yesterday");
        }
        return days < 7
                ? at.atZone(zone).getDayOfWeek().getDisplayName(TextStyle.SHORT, locale())
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(at.atZone(zone));
    }

    /** "Aujourd’hui", "Hier", or the day in full. */
    public String day(Instant at) {
        long days = daysAgo(at);
        if (days == 0) {
            return texts.get("platform", "today");
        }
        if (days == 1) {
            return texts.get("platform", "yesterdayAlone");
        }
        String pattern = days < 300 ? "EEEE d MMMM" : "d MMMM yyyy";
        String day = DateTimeFormatter.ofPattern(pattern, locale()).format(at.atZone(zone));
        return day.substring(0, 1).toUpperCase(locale()) + day.substring(1);
    }

    /** "24 novembre 2026". */
    public String dateWords(Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale())
                        .format(at.atZone(zone));
    }

    /** The date of today, in words. */
    public String today() {
        return dateWords(clock.instant());
    }

    /** The day alone, to tell whether two moments share it. */
    public LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** "24 novembre 2026, 10:42:07 (heure de Paris)": what hovering tells. */
    public String exact(Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime local = at.atZone(zone);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale())
                        .format(local) + ", "
                + DateTimeFormatter.ofPattern("HH:mm:ss").format(local) + " ("
                + zone.getDisplayName(TextStyle.SHORT, locale()) + ")";
    }

    /** "il y a 5 min". */
    public String ago(Instant at) {
        if (at == null) {
            return "";
        }
        long minutes = Math.max(0, Duration.between(at, clock.instant()).toMinutes());
        if (minutes < 1) {
            return texts.get("platform", "agoNow");
        }
        if (minutes < 60) {
            return texts.get("platform", "agoMinutes", minutes);
        }
        return minutes < 24 * 60 ? texts.get("platform", "agoHours", minutes / 60) : brief(at);
    }

    /** How long a duration is, in the largest useful unit: "21 h", "1 h 36", "12 min". */
    public String lasting(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 60) {
            return texts.get("platform", "minutes", minutes);
        }
        String rest = minutes % 60 < 10 ? "0" + minutes % 60 : String.valueOf(minutes % 60);
        return texts.get("platform", "hours", minutes / 60, rest);
    }

    /** For machines and tests. */
    public String iso(Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private long daysAgo(Instant at) {
        return ChronoUnit.DAYS.between(date(at), date(clock.instant()));
    }

    private Locale locale() {
        return texts.locale();
    }
}
