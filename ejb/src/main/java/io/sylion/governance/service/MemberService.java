package io.sylion.governance.service;

import io.sylion.governance.api.Permit;
import io.sylion.governance.domain.Member;
import io.sylion.governance.domain.MemberRepository;
import io.sylion.governance.domain.MemberSummary;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;

/** Who works for the bound tenant. */
@Stateless
@Permit(Role.VIEWER)
public class MemberService {
    private static final Logger LOG = Logger.getLogger(MemberService.class.getName());

    @Inject
    MemberRepository members;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    public List<MemberSummary> members() {
        return members.all();
    }

    /** Lets a person work for the tenant; fails when they do already. */
    @Permit(Role.OWNER)
    public UUID add(UUID personId, Role role) {
        Member member = new Member(clock.instant(), personId, role);
        members.add(member);
        audit.record("add-member", member.id(), null, role);
        LOG.info(() -> "member added member=" + member.id() + " role=" + role);
        return member.id();
    }
}
