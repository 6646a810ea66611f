package io.sylion.triage.service;

import io.sylion.channel.domain.ChannelSummary;
import io.sylion.channel.service.ChannelService;
import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RuleSetDetails;
import io.sylion.triage.api.RuleSetNotFound;
import io.sylion.triage.api.RulesChanged;
import io.sylion.triage.api.RulesInvalid;
import io.sylion.triage.api.RulesOverwritten;
import io.sylion.triage.api.SaveRules;
import io.sylion.triage.domain.RuleSetRepository;
import io.sylion.triage.domain.StoredRuleSet;
import io.sylion.triage.domain.TriageRule;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The tenant's rules. Each save is a version that stays; the newest holds, for the next message on every node. */
@Stateless
@Permit(Role.VIEWER)
public class RuleSetService {
    private static final Logger LOG = Logger.getLogger(RuleSetService.class.getName());
    private static final String SAVED = "save-rules";

    @Inject
    RuleSetRepository sets;

    @Inject
    ChannelService channels;

    @Inject
    AuditService audit;

    @Inject
    Event<RulesChanged> changed;

    @Inject
    Clock clock;

    /** What an entry of the audit keeps. */
    private record RuleSetPosition(int number, int rules, Integer restoredFrom) {}

    /** The version that holds. */
    public RuleSetDetails current() {
        return sets.newest().map(RuleSetService::details).orElseGet(RuleSetDetails::none);
    }

    /** The newest first, without their rules. */
    public List<StoredRuleSet> history(int most) {
        return sets.history(most);
    }

    public RuleSetDetails numbered(int number) {
        return sets.numbered(number).map(RuleSetService::details).orElseThrow(() -> RuleSetNotFound.numbered(number));
    }

    /** What would keep these rules from being saved; empty when nothing does. */
    public List<RuleProblem> problems(List<TriageRule> rules) {
        return RuleValidation.of(
                rules, channels.channels().stream().map(ChannelSummary::id).collect(Collectors.toSet()));
    }

    /** The rules as a file. */
    public String exported(List<TriageRule> rules) {
        return RuleFile.exported(rules);
    }

    /**
     * What a file of rules holds, checked as if it were saved; nothing is.
     *
     * @throws RulesInvalid when it is no such file, or its rules cannot be run
     */
    @Permit(Role.MANAGER)
    public List<TriageRule> imported(String file) {
        List<TriageRule> rules = RuleFile.imported(file);
        List<RuleProblem> problems = problems(rules);
        if (!problems.isEmpty()) {
            throw new RulesInvalid(problems);
        }
        return rules;
    }

    /**
     * Makes these the tenant's rules and returns the new version's number.
     *
     * @throws RulesInvalid when they cannot be run
     * @throws RulesOverwritten when somebody saved others meanwhile
     */
    @Permit(Role.MANAGER)
    public int save(SaveRules command) {
        return save(command, null);
    }

    /** Takes up the rules of an earlier version again, as a new one. */
    @Permit(Role.MANAGER)
    public int restore(int number, int basedOn) {
        return save(new SaveRules(basedOn, numbered(number).rules()), number);
    }

    private int save(SaveRules command, Integer restoredFrom) {
        List<RuleProblem> problems = problems(command.rules());
        if (!problems.isEmpty()) {
            throw new RulesInvalid(problems);
        }
        RuleSetDetails before = current();
        int number = before.number() + 1;
        TenantScope scope = TenantScope.current();
        int count = command.rules().size();
        if (before.number() != command.basedOn()
                || !sets.add(
                        number,
                        scope.actor().name(),
                        restoredFrom,
                        count,
                        RuleFile.stored(command.rules()),
                        clock.instant())) {
            throw new RulesOverwritten(command.basedOn(), before.number());
        }
        audit.record(
                SAVED,
                null,
                new RuleSetPosition(before.number(), before.rules().size(), null),
                new RuleSetPosition(number, count, restoredFrom));
        UUID tenant = scope.tenantId();
        changed.fire(new RulesChanged(tenant));
        LOG.info(() -> "rules saved tenant=" + tenant + " version=" + number + " rules=" + count);
        return number;
    }

    private static RuleSetDetails details(StoredRuleSet stored) {
        return new RuleSetDetails(stored.number(), stored.savedAt(), stored.savedBy(), RuleFile.read(stored.rules()));
    }
}
