package io.sylion.usage.service;

import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.domain.QuotaRepository;
import io.sylion.usage.domain.ReservationAnswer;
import io.sylion.usage.domain.ReservationRequest;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** One attempt to reserve, in a transaction of its own. */
@Stateless
public class QuotaLedger {
    @Inject
    QuotaRepository quotas;

    @Resource
    SessionContext context;

    @Permit(Role.AGENT)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public ReservationAnswer reserve(ReservationRequest request) {
        ReservationAnswer answer = quotas.reserve(request);
        if (answer.reservation() == null && answer.limit() == null) {
            quotas.openMonth(request.now());
            answer = quotas.reserve(request);
        }
        if (answer.collided()) {
            context.setRollbackOnly();
        }
        return answer;
    }
}
