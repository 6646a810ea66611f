package io.sylion.control.domain;

import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Nullable;
import io.sylion.platform.persistence.Rows;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The switches of AI control, within the bound tenant. */
@ApplicationScoped
public class SwitchRepository {
    static final String ALLOWS = """
            select not exists (select 1 from control_switch
                where tenant_id = :tenant and not active
                and (channel_id is null or channel_id = :channel))""";

    @PersistenceContext
    EntityManager entities;

    /** Whether neither the tenant's switch nor the channel's is off; without a channel, the tenant's alone. */
    public boolean allows(UUID channelId) {
        return (boolean) Rows.quiet(entities, ALLOWS)
                .setParameter("tenant", TenantScope.current().tenantId())
                .setParameter("channel", Nullable.uuid(channelId))
                .getSingleResult();
    }

    public void set(UUID channelId, boolean active, String by, Instant now) {
        Rows.quiet(entities, """
                        insert into control_switch (id, tenant_id, created_at, channel_id, active, changed_at, changed_by)
                        values (:id, sylion_tenant(), :now, :channel, :active, :now, :by)
                        on conflict (tenant_id, channel_id)
                        do update set active = :active, changed_at = :now, changed_by = :by, version = control_switch.version + 1""")
                .setParameter("id", Ids.next())
                .setParameter("now", now)
                .setParameter("channel", Nullable.uuid(channelId))
                .setParameter("active", active)
                .setParameter("by", by)
                .executeUpdate();
    }

    /** The tenant's own switch, when it was ever moved; as a switch without a channel. */
    public Optional<ChannelSwitch> ofTenant() {
        List<ChannelSwitch> found = Rows.of(Rows.quiet(entities, """
                        select cast(null as uuid), cast(null as text), active, changed_at, changed_by from control_switch
                        where tenant_id = sylion_tenant() and channel_id is null""", ChannelSwitch.class));
        return found.stream().findFirst();
    }

    /** A switch for each channel, with the channel's name left open. */
    public List<ChannelSwitch> ofChannels() {
        return Rows.of(Rows.quiet(entities, """
                        select channel_id, cast(null as text), active, changed_at, changed_by from control_switch
                        where tenant_id = sylion_tenant() and channel_id is not null""", ChannelSwitch.class));
    }
}
