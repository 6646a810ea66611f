package io.sylion.decision.domain;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Looks decisions of the bound tenant through, and keeps what members say of them. */
@ApplicationScoped
public class DecisionSearchRepository {
    /** So many are looked at for one page, however few of them fit: a rare find costs several pages, not a long one. */
    static final int LOOKED_AT = 20_000;

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID LAST = new UUID(-1, -1);

    private static final String WINDOW = """
            from decision_record
            where tenant_id = :tenant and created_at >= :since and created_at <= :beforeAt
                and (created_at, id) < (:beforeAt, :beforeId)
            order by created_at desc, id desc""";

    @PersistenceContext
    EntityManager entities;

    public DecisionPage page(DecisionQuery wanted) {
        List<DecisionSummary> rows = rows(wanted);
        if (rows.size() == wanted.limit()) {
            DecisionSummary last = rows.getLast();
            return new DecisionPage(rows, last.createdAt(), last.id());
        }
        List<Object[]> end = Rows.of(window(
                entities.createNativeQuery("select created_at, id " + WINDOW + " offset :looked - 1 limit 1"), wanted));
        return end.isEmpty()
                ? new DecisionPage(rows, null, null)
                : new DecisionPage(rows, (Instant) end.getFirst()[0], (UUID) end.getFirst()[1]);
    }

    private List<DecisionSummary> rows(DecisionQuery wanted) {
        List<Object[]> rows = Rows.of(window(entities.createNativeQuery("""
                        select r.id, r.conversation_id, r.created_at, p.name, m.type, case when m.revoked_at is null then m.body end,
                            r.triage, r.reason, r.shown, r.outcome, r.outcome_reason, r.model, r.cost_micros, r.total_ms, r.verdict
                        from (select * from (
                                select id, conversation_id, message_id, created_at, triage, reason, outcome, outcome_reason, model, cost_micros,
                                    total_ms, verdict, coalesce(reply_confidence, confidence) as shown
                        """ + WINDOW + """
                                 limit :looked) w
                            where (:triage is null or triage = :triage) and (:reason is null or :reason in (reason, outcome_reason))
                                and (:outcome is null or outcome = :outcome) and (:model is null or model = :model)
                                and (:below is null or shown < :below) and (:cost is null or cost_micros >= :cost)
                                and (:verdict is null or verdict = :verdict)
                                and (:marked is null or (verdict is not null) = cast(:marked as boolean))
                            order by created_at desc, id desc limit :limit) r
                        left join conversation_message m on m.tenant_id = :tenant and m.id = r.message_id
                        left join conversation_conversation c on c.tenant_id = :tenant and c.id = r.conversation_id
                        left join contact_contact p on p.tenant_id = :tenant and p.id = c.contact_id
                        order by r.created_at desc, r.id desc"""), wanted)
                .setParameter("triage", name(wanted.triage()))
                .setParameter("reason", Nullable.text(wanted.reason()))
                .setParameter("outcome", name(wanted.outcome()))
                .setParameter("model", Nullable.text(wanted.model()))
                .setParameter("below", Nullable.numeric(wanted.below()))
                .setParameter("cost", Nullable.bigint(wanted.minimumCost()))
                .setParameter("verdict", name(wanted.verdict()))
                .setParameter(
                        "marked",
                        Nullable.text(
                                wanted.marked() == null ? null : wanted.marked().toString()))
                .setParameter("limit", wanted.limit()));
        return rows.stream().map(DecisionSearchRepository::summary).toList();
    }

    private static Object name(Enum<?> constant) {
        return Nullable.text(constant == null ? null : constant.name());
    }

    private static Query window(Query query, DecisionQuery wanted) {
        return query.setParameter("tenant", tenant())
                .setParameter("since", wanted.since())
                .setParameter("beforeAt", wanted.beforeAt() == null ? END : wanted.beforeAt())
                .setParameter("beforeId", wanted.beforeId() == null ? LAST : wanted.beforeId())
                .setParameter("looked", LOOKED_AT);
    }

    private static DecisionSummary summary(Object[] r) {
        return new DecisionSummary(
                (UUID) r[0],
                (UUID) r[1],
                (Instant) r[2],
                (String) r[3],
                r[4] == null ? null : MessageType.valueOf((String) r[4]),
                (String) r[5],
                Triage.valueOf((String) r[6]),
                (String) r[7],
                (BigDecimal) r[8],
                DecisionOutcome.valueOf((String) r[9]),
                (String) r[10],
                (String) r[11],
                (Long) r[12],
                (Integer) r[13],
                r[14] == null ? null : Verdict.valueOf((String) r[14]));
    }

    /** Models that were asked since a time, among the newest decisions. */
    public List<String> models(Instant since) {
        return words("model", since);
    }

    /** Codes of rules that decided and of why decisions ended as they did, among the newest since a time. */
    public List<String> reasons(Instant since) {
        return words("reason, outcome_reason", since);
    }

    private List<String> words(String columns, Instant since) {
        return Rows.of(entities.createNativeQuery("""
                        select distinct word from (select array[%s] as words from decision_record
                            where tenant_id = :tenant and created_at >= :since order by created_at desc, id desc limit :looked) r
                        cross join lateral unnest(words) w (word) where word is not null order by word""".formatted(columns), String.class)
                .setParameter("tenant", tenant())
                .setParameter("since", since)
                .setParameter("looked", LOOKED_AT));
    }

    /** What members said since a time, the rules with the most verdicts first. */
    public List<RuleVerdicts> verdicts(Instant since) {
        List<Object[]> rows = Rows.of(
                entities.createNativeQuery("""
                        select reason, cast(count(*) filter (where verdict = 'RIGHT') as integer),
                            cast(count(*) filter (where verdict = 'WRONG') as integer)
                        from decision_record where tenant_id = :tenant and created_at >= :since and verdict is not null
                        group by reason order by count(*) desc, reason""").setParameter("tenant", tenant()).setParameter("since", since));
        return rows.stream()
                .map(r -> new RuleVerdicts((String) r[0], (int) r[1], (int) r[2]))
                .toList();
    }

    public Optional<Verdict> verdict(UUID decisionId) {
        List<String> found = Rows.of(entities.createNativeQuery(
                        "select verdict from decision_record where tenant_id = :tenant and id = :id", String.class)
                .setParameter("tenant", tenant())
                .setParameter("id", decisionId));
        return found.stream().filter(Objects::nonNull).findFirst().map(Verdict::valueOf);
    }

    /**
     * Notes what a member says; null takes back what was said.
     *
     * @return whether there is such a decision
     */
    public boolean mark(UUID decisionId, Verdict verdict, UUID personId, Instant now) {
        return entities.createNativeQuery("""
                        update decision_record set verdict = :verdict, verdict_by = :by, verdict_at = :at, version = version + 1
                        where tenant_id = :tenant and id = :id""")
                        .setParameter("tenant", tenant())
                        .setParameter("id", decisionId)
                        .setParameter("verdict", name(verdict))
                        .setParameter("by", Nullable.uuid(verdict == null ? null : personId))
                        .setParameter("at", Nullable.instant(verdict == null ? null : now))
                        .executeUpdate()
                == 1;
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
