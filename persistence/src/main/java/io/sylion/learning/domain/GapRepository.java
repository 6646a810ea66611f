package io.sylion.learning.domain;

import io.sylion.knowledge.domain.DocumentState;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

/** Gaps of the bound tenant and the questions behind them. */
@ApplicationScoped
public class GapRepository {
    private static final String QUESTIONS = """
            select id, conversation_id, array_to_string(base_ids, ','), question, asked_at, reason, best_title, best_score, answered_at
            from learning_question where tenant_id = :tenant and gap_id = :gap""";

    @PersistenceContext
    EntityManager entities;

    public GapRepository() {}

    GapRepository(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Gap gap) {
        entities.persist(gap);
    }

    /** The gap, held until the transaction ends. */
    public Optional<Gap> lock(UUID id) {
        return Optional.ofNullable(entities.find(Gap.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The gaps that were asked about last, each by its first question. */
    public List<GapLeader> leaders(String model, float[] vector, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select g.id, q.language, q.terms, case when q.model = :model and q.dimension = :dimension
                            then 1 - (q.embedding <=> cast(:vector as vector)) end
                        from (select id from learning_gap where tenant_id = :tenant order by last_asked_at desc limit :most) g
                        cross join lateral (select * from learning_question where tenant_id = :tenant and gap_id = g.id
                            order by id limit 1) q""")
                .setParameter("tenant", tenant())
                .setParameter("model", Nullable.text(model))
                .setParameter("dimension", Nullable.integer(vector == null ? null : vector.length))
                .setParameter("vector", Nullable.text(text(vector)))
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new GapLeader((UUID) r[0], (String) r[1], words((String) r[2]), (Double) r[3]))
                .toList();
    }

    /** Keeps the question; false when that message's is kept already. */
    public boolean addQuestion(UUID gapId, NewQuestion asked, Instant now) {
        return entities.createNativeQuery("""
                        insert into learning_question (id, tenant_id, created_at, gap_id, conversation_id, message_id, channel_id,
                            assistant_id, base_ids, question, language, terms, asked_at, reason, best_title, best_score, model,
                            dimension, embedding)
                        values (:id, :tenant, :now, :gap, :conversation, :message, :channel, :assistant,
                            cast(string_to_array(:bases, ',') as uuid[]), :question, :language, :terms, :askedAt, :reason,
                            :bestTitle, :bestScore, :model, :dimension, cast(:vector as vector))
                        on conflict (tenant_id, message_id) do nothing""")
                        .setParameter("id", Ids.next())
                        .setParameter("tenant", tenant())
                        .setParameter("now", now)
                        .setParameter("gap", gapId)
                        .setParameter("conversation", asked.conversationId())
                        .setParameter("message", asked.messageId())
                        .setParameter("channel", asked.channelId())
                        .setParameter("assistant", asked.assistantId())
                        .setParameter(
                                "bases",
                                asked.baseIds().stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .setParameter("question", asked.question())
                        .setParameter("language", asked.language())
                        .setParameter("terms", String.join(" ", asked.terms()))
                        .setParameter("askedAt", asked.askedAt())
                        .setParameter("reason", asked.reason())
                        .setParameter("bestTitle", Nullable.text(asked.bestTitle()))
                        .setParameter(
                                "bestScore", new TypedParameterValue<>(StandardBasicTypes.DOUBLE, asked.bestScore()))
                        .setParameter("model", Nullable.text(asked.model()))
                        .setParameter(
                                "dimension", Nullable.integer(asked.vector() == null ? null : asked.vector().length))
                        .setParameter("vector", Nullable.text(text(asked.vector())))
                        .executeUpdate()
                == 1;
    }

    public boolean isKept(UUID messageId) {
        return !Rows.of(entities.createNativeQuery(
                                "select 1 from learning_question where tenant_id = :tenant and message_id = :message")
                        .setParameter("tenant", tenant())
                        .setParameter("message", messageId))
                .isEmpty();
    }

    /** Gaps of a state, those first that are asked about most. */
    public List<GapSummary> page(GapState state, int most) {
        List<Object[]> rows = Rows.of(entities.createNativeQuery("""
                        select g.id, g.state, q.question, q.language, g.asked,
                            (select count(*) from learning_question a where a.gap_id = g.id and a.answered_at is not null),
                            g.last_asked_at, g.document_id
                        from (select * from learning_gap where tenant_id = :tenant and state = :state
                            order by asked desc, last_asked_at desc, id desc limit :most) g
                        cross join lateral (select * from learning_question where tenant_id = :tenant and gap_id = g.id
                            order by id limit 1) q
                        order by g.asked desc, g.last_asked_at desc, g.id desc""")
                .setParameter("tenant", tenant())
                .setParameter("state", state.name())
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new GapSummary(
                        (UUID) r[0],
                        GapState.valueOf((String) r[1]),
                        (String) r[2],
                        (String) r[3],
                        (int) r[4],
                        ((Number) r[5]).intValue(),
                        (Instant) r[6],
                        (UUID) r[7]))
                .toList();
    }

    public GapCounts counts() {
        List<Object[]> rows = Rows.of(entities.createNativeQuery(
                        "select state, count(*) from learning_gap where tenant_id = :tenant group by state")
                .setParameter("tenant", tenant()));
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(r -> counts.put((String) r[0], ((Number) r[1]).intValue()));
        return new GapCounts(
                counts.getOrDefault("OPEN", 0),
                counts.getOrDefault("ANSWERED", 0),
                counts.getOrDefault("DISMISSED", 0));
    }

    public Optional<GapDetails> details(UUID id) {
        List<Object[]> rows = Rows.of(
                entities.createNativeQuery("""
                        select g.id, g.state, q.question, q.language, g.asked, coalesce(d.base_id, q.base_ids[1]), g.document_id,
                            d.state as article_state, d.state_at as article_state_at, d.title, d.body, g.replayed_at
                        from learning_gap g
                        cross join lateral (select * from learning_question where tenant_id = :tenant and gap_id = g.id
                            order by id limit 1) q
                        left join knowledge_document d on d.tenant_id = g.tenant_id and d.id = g.document_id
                        where g.tenant_id = :tenant and g.id = :id""").setParameter("tenant", tenant()).setParameter("id", id));
        return rows.stream()
                .findFirst()
                .map(r -> new GapDetails(
                        (UUID) r[0],
                        GapState.valueOf((String) r[1]),
                        (String) r[2],
                        (String) r[3],
                        (int) r[4],
                        (UUID) r[5],
                        (UUID) r[6],
                        r[7] == null ? null : DocumentState.valueOf((String) r[7]),
                        (Instant) r[8],
                        (String) r[9],
                        (String) r[10],
                        (Instant) r[11]));
    }

    /** The newest questions of a gap. */
    public List<AskedQuestion> questions(UUID gapId, int most) {
        return questions(entities.createNativeQuery(QUESTIONS + " order by id desc limit :most"), gapId, most);
    }

    /** The newest questions of a gap that found no answer yet. */
    public List<AskedQuestion> unanswered(UUID gapId, int most) {
        return questions(
                entities.createNativeQuery(QUESTIONS + " and answered_at is null order by id desc limit :most"),
                gapId,
                most);
    }

    private static List<AskedQuestion> questions(Query query, UUID gapId, int most) {
        List<Object[]> rows = Rows.of(query.setParameter("tenant", tenant())
                .setParameter("gap", gapId)
                .setParameter("most", most));
        return rows.stream()
                .map(r -> new AskedQuestion(
                        (UUID) r[0],
                        (UUID) r[1],
                        ids((String) r[2]),
                        (String) r[3],
                        (Instant) r[4],
                        (String) r[5],
                        (String) r[6],
                        (Double) r[7],
                        (Instant) r[8]))
                .toList();
    }

    public void markAnswered(Collection<UUID> questionIds, Instant now) {
        if (!questionIds.isEmpty()) {
            entities.createNativeQuery("""
                            update learning_question set answered_at = :now where tenant_id = :tenant and id in (:ids)""")
                    .setParameter("now", now)
                    .setParameter("tenant", tenant())
                    .setParameter("ids", questionIds)
                    .executeUpdate();
        }
    }

    /** A new article must be found by all of them. */
    public void forgetAnswers(UUID gapId) {
        entities.createNativeQuery(
                        "update learning_question set answered_at = null where tenant_id = :tenant and gap_id = :gap")
                .setParameter("tenant", tenant())
                .setParameter("gap", gapId)
                .executeUpdate();
    }

    /** Gaps that a document was written for. */
    public List<UUID> answeredBy(UUID documentId) {
        return Rows.of(entities.createNativeQuery(
                        "select id from learning_gap where tenant_id = :tenant and document_id = :document", UUID.class)
                .setParameter("tenant", tenant())
                .setParameter("document", documentId));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static List<UUID> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(UUID::fromString).toList();
    }

    private static String text(float[] vector) {
        return vector == null ? null : Arrays.toString(vector);
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
