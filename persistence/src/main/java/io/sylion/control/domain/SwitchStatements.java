package io.sylion.control.domain;

import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Asking the switches as {@link SwitchRepository} does, together with other statements. */
public final class SwitchStatements {
    private static final Sql ALLOWS = Sql.of(SwitchRepository.ALLOWS);

    private static final Sql ALLOWS_IN = Sql.of("""
            select not exists (select from control_switch
                where tenant_id = :tenant and not active and (channel_id is null or channel_id = (
                    select channel_id from conversation_conversation where tenant_id = :tenant and id = :conversation)))""");

    private SwitchStatements() {}

    /** Whether automatic messages may leave through this channel now. */
    public static BoundSql allows(UUID channelId) {
        return ALLOWS.with("channel", channelId);
    }

    /** As {@link #allows(UUID)}, for the channel of a conversation. */
    public static BoundSql allowsIn(UUID conversationId) {
        return ALLOWS_IN.with("conversation", conversationId);
    }

    public static boolean allows(ResultSet row) throws SQLException {
        return row.getBoolean(1);
    }
}
