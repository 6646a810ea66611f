package io.sylion.usage.service;

import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.api.QuotaReached;
import io.sylion.usage.domain.QuotaMeter;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.domain.QuotaRepository;
import io.sylion.usage.domain.Reservation;
import io.sylion.usage.domain.ReservationAnswer;
import io.sylion.usage.domain.ReservationRequest;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Reserve before the work, settle after it. Each call is a short transaction of its own, so that the counter's row is never
 * locked while a model or a provider is asked. All calls are safe to repeat.
 */
@Stateless
public class QuotaService {
    private static final Logger LOG = Logger.getLogger(QuotaService.class.getName());
    private static final Duration HELD_FOR = Duration.ofMinutes(10);

    @Inject
    QuotaLedger ledger;

    @Inject
    QuotaRepository quotas;

    @Inject
    Clock clock;

    /**
     * Holds units for ten minutes.
     *
     * @param reference names the work within the metric: asking again finds the same reservation, also a settled one
     * @throws QuotaReached when the month has not so many left
     */
    @Permit(Role.AGENT)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Reservation reserve(QuotaMetric metric, long amount, String reference) {
        Instant now = clock.instant();
        var request = new ReservationRequest(Ids.next(), metric, amount, reference, now, now.plus(HELD_FOR));
        ReservationAnswer answer = ledger.reserve(request);
        if (answer.collided()) {
            answer = ledger.reserve(request);
        }
        if (answer.reservation() == null) {
            LOG.info(() -> "quota reached: metric " + metric);
            throw new QuotaReached(metric, answer.limit());
        }
        return answer.reservation();
    }

    /** Counts what the work really used; a reservation that was settled, released or has expired stays as it is. */
    @Permit(Role.AGENT)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settle(UUID reservationId, long actual) {
        quotas.settle(reservationId, actual, clock.instant());
    }

    /** Gives the units back: the work did not happen. */
    @Permit(Role.AGENT)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void release(UUID reservationId) {
        quotas.release(reservationId);
    }

    /** Gives back what a crash left reserved; answers how many reservations that were. */
    @Permit(Role.OWNER)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
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
