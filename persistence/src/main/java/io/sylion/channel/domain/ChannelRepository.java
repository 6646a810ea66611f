package io.sylion.channel.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Queries of channels, within the bound tenant. */
@ApplicationScoped
public class ChannelRepository {
    @PersistenceContext
    EntityManager entities;

    public void add(Channel channel) {
        entities.persist(channel);
    }

    public Optional<Channel> find(UUID id) {
        return Optional.ofNullable(entities.find(Channel.class, id));
    }

    public Optional<Channel> ofNumber(ChannelProvider provider, String providerNumberId) {
        return entities.createQuery(
                        "from Channel where provider = :provider and providerNumberId = :number", Channel.class)
                .setParameter("provider", provider)
                .setParameter("number", providerNumberId)
                .getResultStream()
                .findFirst();
    }

    public List<ChannelSummary> all() {
        return entities.createQuery("""
                        select c.id, c.name, c.provider, c.displayNumber, c.state, c.stateReason
                        from Channel c order by c.name""", ChannelSummary.class).getResultList();
    }
}
