package io.sylion.decision.view;

import io.sylion.conversation.domain.Triage;
import io.sylion.decision.domain.DecisionOutcome;
import io.sylion.decision.domain.DecisionQuery;
import io.sylion.decision.domain.Verdict;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the list of decisions is narrowed to, from the page's address. What makes no sense there narrows nothing. */
@Named("decisionFilter")
@RequestScoped
public class DecisionFilter {
    static final int PAGE = 50;
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);
    private static final List<Integer> PERCENTS = List.of(50, 60, 70, 80, 90);
    private static final String MARKED = "MARKED";
    private static final String UNMARKED = "UNMARKED";

    /** Millionths in a unit of the currency. */
    private static final BigDecimal UNIT = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal MOST_COST = BigDecimal.valueOf(1_000_000);

    @Inject
    Clock clock;

    private int days = 30;
    private Triage triage;
    private DecisionOutcome outcome;
    private String reason;
    private String model;
    private Integer below;
    private BigDecimal cost;
    private String verdict;
    private Instant beforeAt;
    private UUID beforeId;

    DecisionQuery query() {
        Verdict said = constant(Verdict.values(), verdict);
        return new DecisionQuery(
                since(),
                triage,
                reason,
                outcome,
                model,
                below == null ? null : BigDecimal.valueOf(below, 2),
                cost == null ? null : cost.multiply(UNIT).longValue(),
                said,
                MARKED.equals(verdict) ? Boolean.TRUE : UNMARKED.equals(verdict) ? Boolean.FALSE : null,
                beforeAt,
                beforeId,
                PAGE);
    }

    Instant since() {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** Whether anything but the time is narrowed. */
    public boolean isNarrow() {
        return triage != null
                || outcome != null
                || reason != null
                || model != null
                || below != null
                || cost != null
                || verdict != null;
    }

    public List<Integer> getDayChoices() {
        return DAYS;
    }

    public List<Integer> getPercents() {
        return PERCENTS;
    }

    public List<Triage> getTriages() {
        return List.of(Triage.values());
    }

    public List<DecisionOutcome> getOutcomes() {
        return List.of(DecisionOutcome.values());
    }

    public List<String> getVerdicts() {
        return List.of(UNMARKED, MARKED, Verdict.RIGHT.name(), Verdict.WRONG.name());
    }

    public String getDays() {
        return Integer.toString(days);
    }

    public void setDays(String text) {
        days = DAYS.stream()
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElse(30);
    }

    public String getTriage() {
        return triage == null ? null : triage.name();
    }

    public void setTriage(String text) {
        triage = constant(Triage.values(), text);
    }

    public String getOutcome() {
        return outcome == null ? null : outcome.name();
    }

    public void setOutcome(String text) {
        outcome = constant(DecisionOutcome.values(), text);
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String text) {
        reason = words(text);
    }

    public String getModel() {
        return model;
    }

    public void setModel(String text) {
        model = words(text);
    }

    public String getBelow() {
        return below == null ? null : below.toString();
    }

    public void setBelow(String text) {
        below = PERCENTS.stream()
                .filter(each -> each.toString().equals(text))
                .findFirst()
                .orElse(null);
    }

    public String getCost() {
        return cost == null ? null : cost.toPlainString();
    }

    /** In the tenant's currency, with a point or a comma. */
    public void setCost(String text) {
        try {
            BigDecimal asked =
                    text == null ? BigDecimal.ZERO : new BigDecimal(text.strip().replace(',', '.'));
            cost = asked.signum() > 0 && asked.compareTo(MOST_COST) < 0 ? asked : null;
        } catch (NumberFormatException e) {
            cost = null;
        }
    }

    public String getVerdict() {
        return verdict;
    }

    public void setVerdict(String text) {
        verdict = getVerdicts().stream()
                .filter(each -> each.equals(text))
                .findFirst()
                .orElse(null);
    }

    public String getBefore() {
        return null;
    }

    /** Time and id of where the page before ended. */
    public void setBefore(String cursor) {
        int at = cursor == null ? -1 : cursor.indexOf('_');
        if (at > 0) {
            try {
                Instant time = Instant.parse(cursor.substring(0, at));
                beforeId = UUID.fromString(cursor.substring(at + 1));
                beforeAt = time;
            } catch (DateTimeException | IllegalArgumentException e) {
                beforeId = null;
            }
        }
    }

    /** Whether this is a later page. */
    public boolean isFurther() {
        return beforeAt != null;
    }

    private static String words(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E constant(E[] values, String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
