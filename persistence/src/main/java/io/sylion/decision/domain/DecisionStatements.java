package io.sylion.decision.domain;

import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Columns;
import io.sylion.platform.persistence.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Writing decisions as {@link DecisionRepository} does, to be sent together with other statements. */
public final class DecisionStatements {
    private static final Sql ADD = Sql.of(DecisionRepository.ADD);
    private static final Sql COMPLETE = Sql.of(DecisionRepository.COMPLETE);
    private static final Sql SUPERSEDE = Sql.of(DecisionRepository.SUPERSEDE);
    private static final Sql OF_MESSAGE =
            Sql.of("select id from decision_record where tenant_id = :tenant and message_id = :message");

    private DecisionStatements() {}

    public static BoundSql add(
            UUID id,
            UUID conversationId,
            UUID messageId,
            Triage triage,
            BigDecimal confidence,
            String rule,
            String reason,
            String snapshot,
            DecisionOutcome outcome,
            Instant now) {
        return ADD.with("id", id)
                .with("now", now)
                .with("conversation", conversationId)
                .with("message", messageId)
                .with("triage", triage)
                .with("confidence", confidence)
                .with("rule", rule)
                .with("reason", reason)
                .with("snapshot", snapshot)
                .with("outcome", outcome);
    }

    public static BoundSql complete(UUID messageId, DecisionResult result, Instant now) {
        return COMPLETE.with("message", messageId)
                .with("outcome", result.outcome())
                .with("outcomeReason", result.outcomeReason())
                .with("assistant", result.assistantId())
                .with("model", result.model())
                .with("promptVersion", result.promptVersion())
                .with("parameters", result.parameters())
                .with("passages", result.passages())
                .with("citations", result.citations())
                .with("output", result.output())
                .with("confidence", result.replyConfidence())
                .with("reply", result.reply())
                .with("inputTokens", result.inputTokens())
                .with("outputTokens", result.outputTokens())
                .with("costMicros", result.costMicros())
                .with("retrievalMs", result.retrievalMs())
                .with("modelMs", result.modelMs())
                .with("totalMs", result.totalMs())
                .with("failure", result.failure())
                .with("now", now);
    }

    public static BoundSql supersede(UUID conversationId, UUID answeredMessageId, Instant now) {
        return SUPERSEDE
                .with("conversation", conversationId)
                .with("answered", answeredMessageId)
                .with("now", now);
    }

    public static BoundSql ofMessage(UUID messageId) {
        return OF_MESSAGE.with("message", messageId);
    }

    public static UUID id(ResultSet row) throws SQLException {
        return Columns.uuid(row, "id");
    }
}
