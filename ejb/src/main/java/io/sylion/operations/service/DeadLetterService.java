package io.sylion.operations.service;

import io.sylion.governance.api.OperatorScope;
import io.sylion.governance.service.OperatorAudit;
import io.sylion.operations.api.DeadLetterDetails;
import io.sylion.operations.api.QueueState;
import io.sylion.platform.message.DeadLetter;
import io.sylion.platform.message.DeadLetters;
import io.sylion.platform.message.DeliveryFailure;
import io.sylion.platform.message.DeliveryFailures;
import io.sylion.platform.observe.QueueDepths;
import io.sylion.tenant.domain.Tenant;
import io.sylion.tenant.service.TenantDirectory;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What consumers could not digest: the operator looks, puts back, or deletes; each act is audited. Open to the bound operator only,
 * whatever the annotation says: there is no tenant here whose roles could be asked.
 */
@ApplicationScoped
@PermitAll
public class DeadLetterService {
    private static final Logger LOG = Logger.getLogger(DeadLetterService.class.getName());
    private static final int MANY = 1000;

    @Inject
    DeadLetters letters;

    @Inject
    DeliveryFailures failures;

    @Inject
    QueueDepths depths;

    @Inject
    TenantDirectory tenants;

    @Inject
    OperatorAudit audit;

    /** All queues, by name. */
    public List<QueueState> queues() {
        OperatorScope.check();
        return letters.queues().stream()
                .map(queue -> new QueueState(
                        queue, depths.of(queue), letters.count(queue, MANY), letters.isReplayable(queue)))
                .toList();
    }

    /** The oldest dead letters of a queue. */
    public List<DeadLetterDetails> oldest(String queue, int limit) {
        OperatorScope.check();
        List<DeadLetter> found = letters.oldest(queue, Math.clamp(limit, 1, MANY));
        Map<String, DeliveryFailure> why =
                failures.find(found.stream().map(DeadLetter::messageId).toList());
        Map<UUID, String> names = tenants.all().stream().collect(Collectors.toMap(Tenant::id, Tenant::name));
        return found.stream()
                .map(letter -> details(letter, why.get(letter.messageId()), names::get))
                .toList();
    }

    /** Puts a dead letter back into its queue; false when it is gone. */
    public boolean replay(String queue, String messageId) {
        OperatorScope.check();
        boolean done = letters.replay(queue, messageId);
        if (done) {
            acted("replay-dead-letter", queue, Map.of("queue", queue, "message", messageId));
        }
        return done;
    }

    /** Puts all dead letters of a queue back; returns how many. */
    public int replayAll(String queue) {
        OperatorScope.check();
        int done = letters.replayAll(queue);
        if (done > 0) {
            acted("replay-dead-letters", queue, Map.of("queue", queue, "count", done));
        }
        return done;
    }

    /** Removes a dead letter for good; false when it is gone. */
    public boolean delete(String queue, String messageId) {
        OperatorScope.check();
        boolean done = letters.delete(queue, messageId);
        if (done) {
            acted("delete-dead-letter", queue, Map.of("queue", queue, "message", messageId));
        }
        return done;
    }

    private void acted(String action, String queue, Map<String, Object> what) {
        audit.record(action, what);
        LOG.info(() -> action + " queue=" + queue + " " + what);
    }

    private static DeadLetterDetails details(
            DeadLetter letter, DeliveryFailure why, Function<UUID, String> tenantName) {
        return new DeadLetterDetails(
                letter.queue(),
                letter.messageId(),
                letter.tenantId(),
                letter.tenantId() == null ? null : tenantName.apply(letter.tenantId()),
                letter.sentAt(),
                letter.ids(),
                why == null ? 0 : why.attempts(),
                why == null ? null : why.failure(),
                why == null ? null : why.failedAt());
    }
}
