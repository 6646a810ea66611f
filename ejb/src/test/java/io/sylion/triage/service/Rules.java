package io.sylion.triage.service;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.Ids;
import io.sylion.triage.domain.IgnoreExample;
import io.sylion.triage.domain.RuleHours;
import io.sylion.triage.domain.TriageRule;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Rules as tests need them. */
final class Rules {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A Tuesday, ten in the morning. */
    static final ZonedDateTime TUESDAY = ZonedDateTime.of(2026, 11, 24, 10, 0, 0, 0, PARIS);

    static final UUID SHOP = Ids.next();
    static final TenantRules NONE = of(List.of());

    private Rules() {}

    static TenantRules of(List<TriageRule> rules, String... examples) {
        return TenantRules.of(
                7,
                rules,
                Arrays.stream(examples)
                        .map(words -> new IgnoreExample(Ids.next(), words, Likeness.key(words), "Léa", Instant.EPOCH))
                        .toList(),
                PARIS);
    }

    static TriageRule words(String name, Triage decision, String... keywords) {
        return rule(name, decision, List.of(keywords), List.of(), "0.60", List.of(), null);
    }

    static TriageRule pattern(String name, Triage decision, String... patterns) {
        return rule(name, decision, List.of(), List.of(patterns), "0.60", List.of(), null);
    }

    static TriageRule sure(String name, Triage decision, String minimum, String... keywords) {
        return rule(name, decision, List.of(keywords), List.of(), minimum, List.of(), null);
    }

    static TriageRule hours(String name, Triage decision, String from, String to, DayOfWeek... days) {
        return rule(
                name,
                decision,
                List.of(),
                List.of(),
                "0",
                List.of(),
                new RuleHours(EnumSet.copyOf(List.of(days)), LocalTime.parse(from), LocalTime.parse(to)));
    }

    static TriageRule language(String name, Triage decision, String code) {
        return rule(name, decision, List.of(), List.of(), "0", List.of(code), null);
    }

    static TriageRule channel(String name, Triage decision, UUID channel) {
        return new TriageRule(
                Ids.next(), name, true, decision, null, null, BigDecimal.ZERO, List.of(channel), null, null);
    }

    private static TriageRule rule(
            String name,
            Triage decision,
            List<String> keywords,
            List<String> patterns,
            String minimum,
            List<String> languages,
            RuleHours hours) {
        return new TriageRule(
                Ids.next(),
                name,
                true,
                decision,
                keywords,
                patterns,
                new BigDecimal(minimum),
                List.of(),
                languages,
                hours);
    }

    static TriageInput said(String text) {
        return said(text, TUESDAY);
    }

    static TriageInput said(String text, ZonedDateTime at) {
        return new TriageInput(true, Handler.AI, MessageType.TEXT, text, SHOP, at);
    }
}
