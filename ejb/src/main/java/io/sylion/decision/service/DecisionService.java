package io.sylion.decision.service;

import io.sylion.conversation.domain.Triage;
import io.sylion.decision.api.DecisionNotFound;
import io.sylion.decision.api.OpenDecision;
import io.sylion.decision.domain.DecisionDetails;
import io.sylion.decision.domain.DecisionOutcome;
import io.sylion.decision.domain.DecisionRepository;
import io.sylion.decision.domain.DecisionResult;
import io.sylion.decision.domain.DecisionStatements;
import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes decisions down and shows them. */
@Stateless
@Permit(Role.VIEWER)
public class DecisionService {
    @Inject
    DecisionRepository decisions;

    @Inject
    Clock clock;

    public DecisionDetails details(UUID decisionId) {
        return decisions.details(decisionId).orElseThrow(() -> DecisionNotFound.withId(decisionId));
    }

    public Optional<DecisionDetails> ofMessage(UUID messageId) {
        return decisions.ofMessage(messageId);
    }

    /** The decisions with these ids, in no order; those of other tenants are left out. */
    public List<DecisionDetails> all(Collection<UUID> decisionIds) {
        return decisions.all(decisionIds);
    }

    public Optional<DecisionDetails> newest(UUID conversationId) {
        return decisions.newest(conversationId);
    }

    /** How many answers since a time cite each document. */
    public Map<UUID, Integer> uses(Instant since) {
        return decisions.uses(since);
    }

    /** How many messages each rule has decided since a time, by the rule's code. */
    public Map<String, Integer> rules(Instant since) {
        return decisions.rules(since);
    }

    /** Begins the record of a message; what triage ends itself has its outcome at once. */
    @Permit(Role.OWNER)
    public UUID open(OpenDecision decision) {
        return decisions.add(
                decision.conversationId(),
                decision.messageId(),
                decision.triage(),
                decision.confidence(),
                decision.rule(),
                decision.reason(),
                decision.snapshot(),
                outcome(decision.triage()),
                clock.instant());
    }

    /** Ends the record of a message that was to be answered; a second end changes nothing. */
    @Permit(Role.OWNER)
    public void complete(UUID messageId, DecisionResult result) {
        decisions.complete(messageId, result, clock.instant());
    }

    /** The reply to a newer message answers the earlier ones of the burst as well. */
    @Permit(Role.OWNER)
    public void supersede(UUID conversationId, UUID answeredMessageId) {
        decisions.supersede(conversationId, answeredMessageId, clock.instant());
    }

    /** As {@link #open}, to be sent together with other statements. */
    public static BoundSql opening(OpenDecision decision, Instant now) {
        return DecisionStatements.add(
                Ids.next(),
                decision.conversationId(),
                decision.messageId(),
                decision.triage(),
                decision.confidence(),
                decision.rule(),
                decision.reason(),
                decision.snapshot(),
                outcome(decision.triage()),
                now);
    }

    /** As {@link #complete}, to be sent together with other statements. */
    public static BoundSql completing(UUID messageId, DecisionResult result, Instant now) {
        return DecisionStatements.complete(messageId, result, now);
    }

    /** As {@link #supersede}, to be sent together with other statements. */
    public static BoundSql superseding(UUID conversationId, UUID answeredMessageId, Instant now) {
        return DecisionStatements.supersede(conversationId, answeredMessageId, now);
    }

    /** Asks for the id of a message's decision, together with other statements; {@link #found} reads the answer. */
    public static BoundSql finding(UUID messageId) {
        return DecisionStatements.ofMessage(messageId);
    }

    public static UUID found(ResultSet row) throws SQLException {
        return DecisionStatements.id(row);
    }

    private static DecisionOutcome outcome(Triage triage) {
        return switch (triage) {
            case AUTO_REPLY -> DecisionOutcome.PENDING;
            case ESCALATE -> DecisionOutcome.ESCALATED;
            case IGNORE -> DecisionOutcome.IGNORED;
        };
    }
}
