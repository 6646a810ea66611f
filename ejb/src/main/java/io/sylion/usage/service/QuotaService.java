package io.sylion.usage.service;

import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaAnswer;
import io.sylion.usage.domain.QuotaMeter;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.domain.QuotaRepository;
import io.sylion.usage.domain.QuotaStatements;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/**
 * Counts in its caller's short transaction: what is counted and what it is counted for stand or fall together. The counter's row is
 * locked until that transaction ends, so use last. All calls are safe to repeat.
 */
@Stateless
public class QuotaService {
    private static final Logger LOG = Logger.getLogger(QuotaService.class.getName());

    @Inject
    QuotaRepository quotas;

    @Inject
    Clock clock;

    /**
     * Counts units. Who asks at the same time under the same reference fails and may ask again.
     *
     * @param reference names the work within the metric: it is counted once
     * @throws QuotaReached when the month has not so many left
     */
    @Permit(Role.AGENT)
    public void use(QuotaMetric metric, long amount, String reference) {
        Instant now = clock.instant();
        QuotaAnswer answer = quotas.use(metric, amount, reference, now);
        if (!answer.used() && answer.limit() == null) {
            quotas.openMonth(now);
            answer = quotas.use(metric, amount, reference, now);
        }
        if (answer.collided()) {
            throw new IllegalStateException("used by somebody else at the same time: " + reference);
        }
        if (!answer.used()) {
            LOG.info(() -> "quota reached: metric " + metric);
            throw new QuotaReached(metric, answer.limit());
        }
    }

    /**
     * As {@link #use}, to be sent together with other statements, as the last of them; {@link #used} reads the answer. Whoever is
     * refused asks {@link #use}, which knows why.
     */
    public static BoundSql using(QuotaMetric metric, long amount, String reference, Instant now) {
        return QuotaStatements.use(metric, amount, reference, now);
    }

    public static boolean used(ResultSet row) throws SQLException {
        return QuotaStatements.used(row);
    }

    /** Whether a unit is left: before work that costs, and that is counted when it is done. */
    @Permit(Role.AGENT)
    public boolean hasRoom(QuotaMetric metric) {
        return quotas.hasRoom(metric, clock.instant());
    }

    /** As {@link #hasRoom(QuotaMetric)}, to be sent together with other statements. */
    public static BoundSql room(QuotaMetric metric, Instant now) {
        return QuotaStatements.room(metric, now);
    }

    public static boolean hasRoom(ResultSet row) throws SQLException {
        return QuotaStatements.hasRoom(row);
    }

    /** Takes back what was counted under the reference: the work did not happen. */
    @Permit(Role.AGENT)
    public void giveBack(QuotaMetric metric, String reference) {
        quotas.giveBack(metric, reference);
    }

    /** The running month, one meter for each metric. */
    @Permit(Role.VIEWER)
    public List<QuotaMeter> meters() {
        return quotas.meters(clock.instant());
    }
}
