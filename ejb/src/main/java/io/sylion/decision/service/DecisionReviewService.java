package io.sylion.decision.service;

import io.sylion.decision.api.DecisionNotFound;
import io.sylion.decision.domain.DecisionPage;
import io.sylion.decision.domain.DecisionQuery;
import io.sylion.decision.domain.DecisionSearchRepository;
import io.sylion.decision.domain.RuleVerdicts;
import io.sylion.decision.domain.Verdict;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks back at what was decided, and keeps whether members find it right. */
@Stateless
@Permit(Role.VIEWER)
public class DecisionReviewService {
    @Inject
    DecisionSearchRepository decisions;

    @Inject
    Clock clock;

    public DecisionPage page(DecisionQuery wanted) {
        return decisions.page(wanted);
    }

    /** Models that were asked since a time. */
    public List<String> models(Instant since) {
        return decisions.models(since);
    }

    /** Codes of rules that decided and of why decisions ended as they did, since a time. */
    public List<String> reasons(Instant since) {
        return decisions.reasons(since);
    }

    /** What members said since a time, the rules with the most verdicts first. */
    public List<RuleVerdicts> verdicts(Instant since) {
        return decisions.verdicts(since);
    }

    public Optional<Verdict> verdict(UUID decisionId) {
        return decisions.verdict(decisionId);
    }

    /**
     * Says that a decision was right or wrong; null takes that back. The last word stands.
     *
     * @throws DecisionNotFound when the bound tenant has no such decision
     */
    @Permit(Role.AGENT)
    public void mark(UUID decisionId, Verdict verdict) {
        UUID member = TenantScope.current().actor().memberId();
        if (!decisions.mark(decisionId, verdict, member, clock.instant())) {
            throw DecisionNotFound.withId(decisionId);
        }
    }
}
