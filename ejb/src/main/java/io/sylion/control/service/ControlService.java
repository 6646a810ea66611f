package io.sylion.control.service;

import io.sylion.channel.api.ChannelNotFound;
import io.sylion.channel.domain.ChannelSummary;
import io.sylion.channel.service.ChannelService;
import io.sylion.control.api.ControlSwitched;
import io.sylion.control.domain.ChannelSwitch;
import io.sylion.control.domain.ControlState;
import io.sylion.control.domain.SwitchMove;
import io.sylion.control.domain.SwitchRepository;
import io.sylion.control.domain.SwitchStatements;
import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.platform.api.Json;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The switches of AI control. What it answers is read anew each time: off means off from the commit on, on every node. */
@Stateless
@Permit(Role.VIEWER)
public class ControlService {
    private static final String SWITCH = "switch-ai";
    private static final Logger LOG = Logger.getLogger(ControlService.class.getName());

    @Inject
    SwitchRepository switches;

    @Inject
    ChannelService channels;

    @Inject
    Event<ControlSwitched> switched;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Whether the tenant's own switch is on. */
    public boolean isActive() {
        return switches.allows(null);
    }

    /** Whether automatic messages may leave through this channel now. */
    public boolean allows(UUID channelId) {
        return switches.allows(channelId);
    }

    /** As {@link #allows}, to be asked together with other statements; {@link #allowed} reads the answer. */
    public static BoundSql allowing(UUID channelId) {
        return SwitchStatements.allows(channelId);
    }

    public static boolean allowed(ResultSet row) throws SQLException {
        return SwitchStatements.allows(row);
    }

    @Permit(Role.MANAGER)
    public void switchTenant(boolean active) {
        move(null, active);
    }

    @Permit(Role.MANAGER)
    public void switchChannel(UUID channelId, boolean active) {
        move(channelId, active);
    }

    /** Who moved which switch when, newest first. */
    public List<SwitchMove> moves(int limit) {
        return audit.latest(SWITCH, limit).stream()
                .map(entry -> new SwitchMove(
                        entry.occurredAt(),
                        entry.actorName(),
                        entry.subjectId(),
                        Json.read(entry.after(), SwitchPosition.class).active()))
                .toList();
    }

    private record SwitchPosition(boolean active) {}

    public ControlState state() {
        Map<UUID, ChannelSwitch> moved =
                switches.ofChannels().stream().collect(Collectors.toMap(ChannelSwitch::channelId, Function.identity()));
        List<ChannelSwitch> all = channels.channels().stream()
                .map(c -> named(c, moved.get(c.id())))
                .toList();
        Optional<ChannelSwitch> own = switches.ofTenant();
        return new ControlState(
                own.map(ChannelSwitch::active).orElse(true),
                own.map(ChannelSwitch::changedAt).orElse(null),
                own.map(ChannelSwitch::changedBy).orElse(null),
                all);
    }

    private static ChannelSwitch named(ChannelSummary channel, ChannelSwitch moved) {
        return moved == null
                ? new ChannelSwitch(channel.id(), channel.name(), true, null, null)
                : new ChannelSwitch(channel.id(), channel.name(), moved.active(), moved.changedAt(), moved.changedBy());
    }

    private void move(UUID channelId, boolean active) {
        if (isOn(channelId) == active) {
            return;
        }
        TenantScope scope = TenantScope.current();
        switches.set(channelId, active, scope.actor().name(), clock.instant());
        audit.record(SWITCH, channelId, new SwitchPosition(!active), new SwitchPosition(active));
        switched.fire(new ControlSwitched(scope.tenantId(), channelId, active));
        LOG.info(() ->
                "AI control " + (active ? "on" : "off") + " tenant=" + scope.tenantId() + " channel=" + channelId);
    }

    private boolean isOn(UUID channelId) {
        ControlState now = state();
        return channelId == null
                ? now.active()
                : now.channels().stream()
                        .filter(each -> each.channelId().equals(channelId))
                        .findFirst()
                        .orElseThrow(() -> ChannelNotFound.withId(channelId))
                        .active();
    }
}
