package io.sylion.assistant.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of assistants and the channels they answer on, within the bound tenant. */
@ApplicationScoped
public class AssistantRepository {
    @PersistenceContext
    EntityManager entities;

    /** The assistant that answers on a channel. */
    public Optional<AssistantProfile> boundTo(UUID channelId) {
        List<Object[]> rows = Rows.of(Rows.quiet(entities, """
                        select a.id, a.name, a.persona, a.language, a.model, a.temperature, a.minimum_confidence,
                            a.batching_delay_ms, a.hand_off_sentence, a.unknown_sentence,
                            cast(a.opens_at as text), cast(a.closes_at as text), a.closed_sentence, array_to_string(a.base_ids, ',')
                        from assistant_binding b join assistant_assistant a on a.id = b.assistant_id
                        where b.channel_id = :channel""").setParameter("channel", channelId));
        return rows.stream().findFirst().map(AssistantRepository::profile);
    }

    /** Names of the assistants that answer from a base. */
    public List<String> answeringFrom(UUID baseId) {
        return Rows.of(
                Rows.quiet(entities, "select name from assistant_assistant where :base = any(base_ids) order by name")
                        .setParameter("base", baseId));
    }

    public UUID add(AssistantProfile assistant, Instant now) {
        UUID id = Ids.next();
        write(assistant, entities.createNativeQuery("""
                        insert into assistant_assistant (id, tenant_id, created_at, name, persona, language, model, temperature,
                            minimum_confidence, batching_delay_ms, hand_off_sentence, unknown_sentence, opens_at, closes_at,
                            closed_sentence, base_ids)
                        values (:id, sylion_tenant(), :now, :name, :persona, :language, :model, :temperature, :confidence, :delay,
                            :handOff, :unknown, cast(:opens as time), cast(:closes as time), :closed,
                            cast(string_to_array(:bases, ',') as uuid[]))""").setParameter("id", id).setParameter("now", now));
        return id;
    }

    /** Writes the profile over the assistant of its id. */
    public void change(AssistantProfile assistant) {
        write(assistant, entities.createNativeQuery("""
                        update assistant_assistant set version = version + 1, name = :name, persona = :persona,
                            language = :language, model = :model, temperature = :temperature,
                            minimum_confidence = :confidence, batching_delay_ms = :delay, hand_off_sentence = :handOff,
                            unknown_sentence = :unknown, opens_at = cast(:opens as time), closes_at = cast(:closes as time),
                            closed_sentence = :closed, base_ids = cast(string_to_array(:bases, ',') as uuid[])
                        where id = :id""").setParameter("id", assistant.id()));
    }

    public void bind(UUID channelId, UUID assistantId) {
        entities.createNativeQuery("""
                        insert into assistant_binding (channel_id, tenant_id, assistant_id)
                        values (:channel, sylion_tenant(), :assistant)
                        on conflict (channel_id) do update set assistant_id = :assistant""")
                .setParameter("channel", channelId)
                .setParameter("assistant", assistantId)
                .executeUpdate();
    }

    private static void write(AssistantProfile assistant, Query statement) {
        statement
                .setParameter("name", assistant.name())
                .setParameter("persona", assistant.persona())
                .setParameter("language", assistant.language())
                .setParameter("model", Nullable.text(assistant.model()))
                .setParameter("temperature", assistant.temperature())
                .setParameter("confidence", assistant.minimumConfidence())
                .setParameter("delay", (int) assistant.batchingDelay().toMillis())
                .setParameter("handOff", assistant.handOffSentence())
                .setParameter("unknown", assistant.unknownSentence())
                .setParameter("opens", Nullable.text(text(assistant.opensAt())))
                .setParameter("closes", Nullable.text(text(assistant.closesAt())))
                .setParameter("closed", Nullable.text(assistant.closedSentence()))
                .setParameter(
                        "bases",
                        String.join(
                                ",",
                                assistant.baseIds().stream().map(UUID::toString).toList()))
                .executeUpdate();
    }

    private static String text(LocalTime time) {
        return time == null ? null : time.toString();
    }

    private static AssistantProfile profile(Object[] r) {
        String bases = (String) r[13];
        return new AssistantProfile(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (BigDecimal) r[5],
                (BigDecimal) r[6],
                Duration.ofMillis((int) r[7]),
                (String) r[8],
                (String) r[9],
                r[10] == null ? null : LocalTime.parse((String) r[10]),
                r[11] == null ? null : LocalTime.parse((String) r[11]),
                (String) r[12],
                bases.isEmpty()
                        ? List.of()
                        : Arrays.stream(bases.split(",")).map(UUID::fromString).toList());
    }
}
