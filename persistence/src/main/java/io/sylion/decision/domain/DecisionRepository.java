package io.sylion.decision.domain;

import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Queries of decision records, within the bound tenant. */
@ApplicationScoped
public class DecisionRepository {
    private static final int MOST_COUNTED = 20_000;

    private static final String DETAILS = """
            select id, conversation_id, message_id, created_at, triage, confidence, rule, reason, cast(snapshot as text),
                outcome, outcome_reason, model, prompt_version, cast(passages as text), output, reply_confidence,
                input_tokens, output_tokens, cost_micros, retrieval_ms, model_ms, total_ms, attempts, failure
            from decision_record
            """;

    static final String ADD = """
            insert into decision_record
                (id, tenant_id, created_at, conversation_id, message_id, triage, confidence, rule, reason, snapshot, outcome)
            values (:id, :tenant, :now, :conversation, :message, :triage, :confidence, :rule, :reason,
                cast(:snapshot as jsonb), :outcome)""";

    static final String COMPLETE = """
            update decision_record set outcome = :outcome, outcome_reason = :outcomeReason,
                assistant_id = :assistant, model = :model, prompt_version = :promptVersion,
                parameters = cast(:parameters as jsonb), passages = cast(:passages as jsonb),
                citations = cast(:citations as jsonb), output = :output, reply_confidence = :confidence,
                reply_id = :reply, input_tokens = :inputTokens, output_tokens = :outputTokens,
                cost_micros = :costMicros, retrieval_ms = :retrievalMs, model_ms = :modelMs, total_ms = :totalMs, failure = :failure,
                attempts = attempts + 1, completed_at = :now, version = version + 1
            where tenant_id = :tenant and message_id = :message and outcome = 'PENDING'""";

    static final String SUPERSEDE = """
            update decision_record set outcome = 'SUPERSEDED', completed_at = :now, version = version + 1
            where tenant_id = :tenant and conversation_id = :conversation and message_id < :answered and outcome = 'PENDING'""";

    @PersistenceContext
    EntityManager entities;

    public UUID add(
            UUID conversationId,
            UUID messageId,
            Triage triage,
            BigDecimal confidence,
            String rule,
            String reason,
            String snapshot,
            DecisionOutcome outcome,
            Instant now) {
        UUID id = Ids.next();
        Rows.quiet(entities, ADD)
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("conversation", conversationId)
                .setParameter("message", messageId)
                .setParameter("triage", triage.name())
                .setParameter("confidence", confidence)
                .setParameter("rule", rule)
                .setParameter("reason", reason)
                .setParameter("snapshot", snapshot)
                .setParameter("outcome", outcome.name())
                .executeUpdate();
        return id;
    }

    /** How many of the newest answers since a time cite each document. */
    public Map<UUID, Integer> uses(Instant since) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select c.document, cast(count(*) as integer)
                        from (select r.citations, r.outcome from decision_record r
                              where r.tenant_id = :tenant and r.created_at >= :since
                              order by r.created_at desc limit :most) r
                        cross join lateral jsonb_array_elements_text(r.citations) c (document)
                        where r.outcome = 'REPLIED' group by c.document""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("since", since)
                .setParameter("most", MOST_COUNTED));
        Map<UUID, Integer> uses = new HashMap<>();
        rows.forEach(row -> uses.put(UUID.fromString((String) row[0]), (Integer) row[1]));
        return uses;
    }

    /** How many messages each rule has decided since a time, among the newest. */
    public Map<String, Integer> rules(Instant since) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select r.rule, cast(count(*) as integer)
                        from (select d.rule from decision_record d
                              where d.tenant_id = :tenant and d.created_at >= :since
                              order by d.created_at desc limit :most) r
                        group by r.rule""")
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("since", since)
                .setParameter("most", MOST_COUNTED));
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.put((String) row[0], (Integer) row[1]));
        return counts;
    }

    /** Ends the decision on a message; one that has ended stays as it is. */
    public void complete(UUID messageId, DecisionResult r, Instant now) {
        Rows.quiet(entities, COMPLETE)
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("message", messageId)
                .setParameter("outcome", r.outcome().name())
                .setParameter("outcomeReason", Nullable.text(r.outcomeReason()))
                .setParameter("assistant", Nullable.uuid(r.assistantId()))
                .setParameter("model", Nullable.text(r.model()))
                .setParameter("promptVersion", Nullable.text(r.promptVersion()))
                .setParameter("parameters", Nullable.text(r.parameters()))
                .setParameter("passages", Nullable.text(r.passages()))
                .setParameter("citations", Nullable.text(r.citations()))
                .setParameter("output", Nullable.text(r.output()))
                .setParameter("confidence", Nullable.numeric(r.replyConfidence()))
                .setParameter("reply", Nullable.uuid(r.reply()))
                .setParameter("inputTokens", Nullable.integer(r.inputTokens()))
                .setParameter("outputTokens", Nullable.integer(r.outputTokens()))
                .setParameter("costMicros", Nullable.bigint(r.costMicros()))
                .setParameter("retrievalMs", Nullable.integer(r.retrievalMs()))
                .setParameter("modelMs", Nullable.integer(r.modelMs()))
                .setParameter("totalMs", Nullable.integer(r.totalMs()))
                .setParameter("failure", Nullable.text(r.failure()))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Earlier decisions of the conversation that still wait are answered by a newer message's reply; later ones are not. */
    public void supersede(UUID conversationId, UUID answeredMessageId, Instant now) {
        Rows.quiet(entities, SUPERSEDE)
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("conversation", conversationId)
                .setParameter("answered", answeredMessageId)
                .setParameter("now", now)
                .executeUpdate();
    }

    public Optional<DecisionDetails> details(UUID id) {
        return one(Rows.quiet(entities, DETAILS + "where id = :id").setParameter("id", id));
    }

    public Optional<DecisionDetails> ofMessage(UUID messageId) {
        return one(Rows.quiet(entities, DETAILS + "where message_id = :id").setParameter("id", messageId));
    }

    /** The decisions with these ids, in no order. */
    public List<DecisionDetails> all(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows =
                Rows.of(Rows.quiet(entities, DETAILS + "where id in (:ids)").setParameter("ids", ids));
        return rows.stream().map(DecisionRepository::details).toList();
    }

    /** The newest decision of a conversation. */
    public Optional<DecisionDetails> newest(UUID conversationId) {
        return one(Rows.quiet(entities, DETAILS + "where conversation_id = :id order by created_at desc limit 1")
                .setParameter("id", conversationId));
    }

    private static Optional<DecisionDetails> one(Query query) {
        List<Object[]> rows = Rows.of(query);
        return rows.stream().findFirst().map(DecisionRepository::details);
    }

    private static DecisionDetails details(Object[] r) {
        return new DecisionDetails(
                (UUID) r[0],
                (UUID) r[1],
                (UUID) r[2],
                (Instant) r[3],
                Triage.valueOf((String) r[4]),
                (BigDecimal) r[5],
                (String) r[6],
                (String) r[7],
                (String) r[8],
                DecisionOutcome.valueOf((String) r[9]),
                (String) r[10],
                (String) r[11],
                (String) r[12],
                (String) r[13],
                (String) r[14],
                (BigDecimal) r[15],
                (Integer) r[16],
                (Integer) r[17],
                (Long) r[18],
                (Integer) r[19],
                (Integer) r[20],
                (Integer) r[21],
                (int) r[22],
                (String) r[23]);
    }
}
