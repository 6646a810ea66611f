package io.sylion.decision.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.TenantScope;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionSearchRepositoryIT extends DatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant SINCE = NOW.minusSeconds(100);
    private static final UUID LEA = Ids.next();

    private TenantScope tenant;
    private UUID conversation;

    @BeforeEach
    void tenant() throws Exception {
        tenant = newTenant();
        conversation = newConversation(tenant);
    }

    @Test
    void eachCriterionNarrowsTheList() throws Exception {
        UUID answered = decision(1, "AUTO_REPLY", "default", "0.95", "REPLIED", null, "gemini", 700L);
        UUID doubted = decision(2, "AUTO_REPLY", "default", "0.40", "ESCALATED", "low-confidence", "gemini", 90L);
        UUID ignored = decision(3, "IGNORE", "ignore-example", "0.81", "IGNORED", null, null, null);
        mark(answered, Verdict.RIGHT);

        assertThat(found(any())).containsExactly(ignored, doubted, answered);
        assertThat(found(query(Triage.IGNORE, null, null, null, null, null, null, null)))
                .containsExactly(ignored);
        assertThat(found(query(null, "low-confidence", null, null, null, null, null, null)))
                .containsExactly(doubted);
        assertThat(found(query(null, "default", null, null, null, null, null, null)))
                .containsExactly(doubted, answered);
        assertThat(found(query(null, null, DecisionOutcome.REPLIED, null, null, null, null, null)))
                .containsExactly(answered);
        assertThat(found(query(null, null, null, "gemini", null, null, null, null)))
                .containsExactly(doubted, answered);
        assertThat(found(query(null, null, null, null, "0.80", null, null, null)))
                .containsExactly(doubted);
        assertThat(found(query(null, null, null, null, null, 100L, null, null))).containsExactly(answered);
        assertThat(found(query(null, null, null, null, null, null, Verdict.RIGHT, null)))
                .containsExactly(answered);
        assertThat(found(query(null, null, null, null, null, null, Verdict.WRONG, null)))
                .isEmpty();
        assertThat(found(query(null, null, null, null, null, null, null, true))).containsExactly(answered);
        assertThat(found(query(null, null, null, null, null, null, null, false)))
                .containsExactly(ignored, doubted);
        assertThat(models(tenant)).containsExactly("gemini");
        assertThat(reasons(tenant)).containsExactly("default", "ignore-example", "low-confidence");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() throws Exception {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // two at the same time each: the id decides
            all.addFirst(decision(i / 2, "AUTO_REPLY", "default", "0.9", "REPLIED", null, null, null));
        }
        List<UUID> seen = new ArrayList<>();
        DecisionPage page = page(tenant, at(null, null, 3));
        while (true) {
            page.rows().forEach(row -> seen.add(row.id()));
            if (page.nextAt() == null) {
                break;
            }
            page = page(tenant, at(page.nextAt(), page.nextId(), 3));
        }
        assertThat(seen).containsExactlyElementsOf(all);
    }

    /** What is rare lies behind many that do not fit: the page says where to look on. */
    @Test
    void aRareOneIsFoundBehindManyOthers() throws Exception {
        UUID rare = decision(-1, "IGNORE", "ignore-example", "0.8", "IGNORED", null, null, null);
        many(DecisionSearchRepository.LOOKED_AT);
        DecisionQuery wanted = query(Triage.IGNORE, null, null, null, null, null, null, null);

        DecisionPage first = page(tenant, wanted);
        assertThat(first.rows()).isEmpty();
        DecisionPage second = page(
                tenant,
                new DecisionQuery(
                        wanted.since(),
                        Triage.IGNORE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        first.nextAt(),
                        first.nextId(),
                        10));
        assertThat(second.rows()).extracting(DecisionSummary::id).containsExactly(rare);
        assertThat(second.nextAt()).isNull();
    }

    @Test
    void theLastVerdictStandsAndMayBeTakenBack() throws Exception {
        UUID one = decision(1, "AUTO_REPLY", "default", "0.9", "REPLIED", null, null, null);
        UUID other = decision(2, "AUTO_REPLY", "default", "0.9", "REPLIED", null, null, null);
        UUID third = decision(3, "IGNORE", "rule:Pub", "1", "IGNORED", null, null, null);
        mark(one, Verdict.RIGHT);
        mark(one, Verdict.WRONG);
        mark(other, Verdict.RIGHT);
        mark(third, Verdict.RIGHT);
        assertThat(verdicts(tenant))
                .containsExactly(new RuleVerdicts("default", 1, 1), new RuleVerdicts("rule:Pub", 1, 0));
        mark(one, null);
        assertThat(verdict(tenant, one)).isEmpty();
        assertThat(verdicts(tenant))
                .containsExactlyInAnyOrder(new RuleVerdicts("default", 1, 0), new RuleVerdicts("rule:Pub", 1, 0));
    }

    @Test
    void anotherTenantSeesAndMarksNothing() throws Exception {
        UUID ours = decision(1, "AUTO_REPLY", "default", "0.9", "REPLIED", null, "gemini", null);
        TenantScope foreign = newTenant();
        assertThat(page(foreign, any()).rows()).isEmpty();
        assertThat(models(foreign)).isEmpty();
        assertThat(reasons(foreign)).isEmpty();
        boolean marked = on(foreign, d -> d.mark(ours, Verdict.WRONG, LEA, NOW));
        assertThat(marked).isFalse();
        assertThat(verdict(tenant, ours)).isEmpty();
    }

    private void mark(UUID decision, Verdict verdict) {
        boolean marked = on(tenant, d -> d.mark(decision, verdict, LEA, NOW));
        assertThat(marked).isTrue();
    }

    private List<UUID> found(DecisionQuery query) {
        return page(tenant, query).rows().stream().map(DecisionSummary::id).toList();
    }

    private static DecisionQuery any() {
        return at(null, null, 10);
    }

    private static DecisionQuery at(Instant beforeAt, UUID beforeId, int limit) {
        return new DecisionQuery(SINCE, null, null, null, null, null, null, null, null, beforeAt, beforeId, limit);
    }

    private static DecisionQuery query(
            Triage triage,
            String reason,
            DecisionOutcome outcome,
            String model,
            String below,
            Long cost,
            Verdict verdict,
            Boolean marked) {
        return new DecisionQuery(
                SINCE,
                triage,
                reason,
                outcome,
                model,
                below == null ? null : new BigDecimal(below),
                cost,
                verdict,
                marked,
                null,
                null,
                10);
    }

    private static DecisionPage page(TenantScope scope, DecisionQuery query) {
        return on(scope, d -> d.page(query));
    }

    private static List<String> models(TenantScope scope) {
        return on(scope, d -> d.models(SINCE));
    }

    private static List<String> reasons(TenantScope scope) {
        return on(scope, d -> d.reasons(SINCE));
    }

    private static List<RuleVerdicts> verdicts(TenantScope scope) {
        return on(scope, d -> d.verdicts(SINCE));
    }

    private static Optional<Verdict> verdict(TenantScope scope, UUID decision) {
        return on(scope, d -> d.verdict(decision));
    }

    private static <T> T on(TenantScope scope, Function<DecisionSearchRepository, T> work) {
        return inTransaction(scope, entities -> {
            DecisionSearchRepository decisions = new DecisionSearchRepository();
            decisions.entities = entities;
            return work.apply(decisions);
        });
    }

    private UUID decision(
            int second,
            String triage,
            String reason,
            String confidence,
            String outcome,
            String outcomeReason,
            String model,
            Long cost)
            throws SQLException {
        UUID id = Ids.next();
        insert(
                """
                insert into decision_record (id, tenant_id, created_at, conversation_id, message_id, triage, confidence, rule, reason,
                    snapshot, outcome, outcome_reason, model, cost_micros)
                values (?, ?, ?::timestamptz + ? * interval '1 second', ?, gen_random_uuid(), ?, ?::numeric, 'x', ?, '{}', ?, ?, ?, ?)""",
                id,
                tenant.tenantId(),
                NOW.toString(),
                second,
                conversation,
                triage,
                confidence,
                reason,
                outcome,
                outcomeReason,
                model,
                cost);
        return id;
    }

    private void many(int count) throws SQLException {
        insert("""
                insert into decision_record (id, tenant_id, created_at, conversation_id, message_id, triage, confidence, rule, reason,
                    snapshot, outcome)
                select gen_random_uuid(), ?, ?::timestamptz + n * interval '1 millisecond', ?, gen_random_uuid(), 'AUTO_REPLY', 0.9, 'x',
                    'default', '{}', 'REPLIED' from generate_series(1, ?) n""", tenant.tenantId(), NOW.toString(), conversation, count);
    }

    private void insert(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect("APP")) {
            connection.setAutoCommit(false);
            try (PreparedStatement wall = connection.prepareStatement("select set_config('sylion.tenant', ?, true)")) {
                wall.setString(1, tenant.tenantId().toString());
                wall.executeQuery();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.executeUpdate();
            }
            connection.commit();
        }
    }
}
