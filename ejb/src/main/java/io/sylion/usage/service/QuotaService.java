package io.sylion.usage.service;

import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMeter;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.domain.QuotaRepository;
import io.sylion.usage.domain.QuotaStatements;
import io.sylion.usage.domain.Reservation;
import io.sylion.usage.domain.ReservationAnswer;
import io.sylion.usage.domain.ReservationRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Reserve before the work, settle after it, each in its caller's short transaction: what is reserved and what it is reserved for
 * stand or fall together. The counter's row is locked until that transaction ends, so reserve last. All calls are safe to repeat.
 */
@Stateless
public class QuotaService {
    private static final Logger LOG = Logger.getLogger(QuotaService.class.getName());
    private static final Duration HELD_FOR = Duration.ofMinutes(10);

    @Inject
    QuotaRepository quotas;

    @Inject
    Clock clock;

    /**
     * Holds units for ten minutes. Who asks at the same time under the same reference fails and may ask again.
     *
     * @param reference names the work within the metric: asking again finds the same reservation, also a settled one
     * @throws QuotaReached when the month has not so many left
     */
    @Permit(Role.AGENT)
    public Reservation reserve(QuotaMetric metric, long amount, String reference) {
        Instant now = clock.instant();
        ReservationRequest request = request(metric, amount, reference, now);
        ReservationAnswer answer = quotas.reserve(request);
        if (answer.reservation() == null && answer.limit() == null) {
            quotas.openMonth(now);
            answer = quotas.reserve(request);
        }
        if (answer.collided()) {
            throw new IllegalStateException("reserved by somebody else at the same time: " + reference);
        }
        if (answer.reservation() == null) {
            LOG.info(() -> "quota reached: metric " + metric);
            throw new QuotaReached(metric, answer.limit());
        }
        return answer.reservation();
    }

    private static ReservationRequest request(QuotaMetric metric, long amount, String reference, Instant now) {
        return new ReservationRequest(Ids.next(), metric, amount, reference, now, now.plus(HELD_FOR));
    }

    /**
     * As {@link #reserve}, to be sent together with other statements, as the last of them; {@link #reserved} reads the answer. Who
     * gets none asks {@link #reserve}, which knows why.
     */
    public static BoundSql reserving(QuotaMetric metric, long amount, String reference, Instant now) {
        return QuotaStatements.reserve(request(metric, amount, reference, now));
    }

    public static UUID reserved(ResultSet row) throws SQLException {
        return QuotaStatements.reserved(row);
    }

    /** As {@link #settle}, to be sent together with other statements. */
    public static BoundSql settling(UUID reservationId, long actual, Instant now) {
        return QuotaStatements.settle(reservationId, actual, now);
    }

    /** Counts what the work really used; a reservation that was settled, released or has expired stays as it is. */
    @Permit(Role.AGENT)
    public void settle(UUID reservationId, long actual) {
        quotas.settle(reservationId, actual, clock.instant());
    }

    /** Gives the units back: the work did not happen. */
    @Permit(Role.AGENT)
    public void release(UUID reservationId) {
        quotas.release(reservationId);
    }

    /** Gives back what a crash left reserved; answers how many reservations that were. */
    @Permit(Role.OWNER)
    public int expireReservations() {
        int expired = quotas.expire(clock.instant());
        if (expired > 0) {
            LOG.warning(() -> "reservations given back after their time: " + expired);
        }
        return expired;
    }

    /** The running month, one meter for each metric. */
    @Permit(Role.VIEWER)
    public List<QuotaMeter> meters() {
        return quotas.meters(clock.instant());
    }
}
