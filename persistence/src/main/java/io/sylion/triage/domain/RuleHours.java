package io.sylion.triage.domain;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week in which a rule holds, local to the tenant. Hours over midnight belong to the day on which they begin; equal
 * ones are the whole day.
 */
public record RuleHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) implements Serializable {
    public RuleHours {
        days = days == null ? Set.of() : Set.copyOf(days);
    }

    public boolean include(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        DayOfWeek day = at.getDayOfWeek();
        if (from.equals(to)) {
            return days.contains(day);
        }
        if (from.isBefore(to)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
        }
        return days.contains(day) && !time.isBefore(from) || days.contains(day.minus(1)) && time.isBefore(to);
    }
}
