package io.sylion.triage.view;

import io.sylion.conversation.domain.Triage;
import io.sylion.triage.api.ReplayGroup;
import io.sylion.triage.api.ReplayResult;
import io.sylion.triage.service.RuleReplayService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What the draft would have made of the last messages. */
@Named("replay")
@ViewScoped
public class ReplayView implements Serializable {
    private static final int SHOWN = 8;

    @Inject
    RulesView rules;

    @Inject
    transient RuleReplayService service;

    private int last = 100;
    private ReplayResult result;
    private int revision;

    public void run() {
        result = service.replay(rules.rules(), last);
        revision = rules.revision();
    }

    /** Null when it was not run on the draft as it is now. */
    public ReplayResult getResult() {
        return revision == rules.revision() ? result : null;
    }

    public List<Triage> getKinds() {
        return List.of(Triage.AUTO_REPLY, Triage.ESCALATE, Triage.IGNORE);
    }

    public int before(Triage kind) {
        return result.before().getOrDefault(kind, 0);
    }

    public int after(Triage kind) {
        return result.after().getOrDefault(kind, 0);
    }

    /** How many of a group the page shows. */
    public int shown(ReplayGroup group) {
        return Math.min(SHOWN, group.differences().size());
    }

    public int getLast() {
        return last;
    }

    public void setLast(int last) {
        this.last = last;
    }
}
