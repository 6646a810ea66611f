package io.sylion.triage.view;

import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RulesInvalid;
import io.sylion.triage.api.RulesOverwritten;
import io.sylion.triage.domain.StoredRuleSet;
import io.sylion.triage.service.RuleSetService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Earlier versions of the rules, and the rules as a file. */
@Named("ruleHistory")
@ViewScoped
public class RuleHistoryView implements Serializable {
    private static final int SHOWN = 20;

    @Inject
    RulesView rules;

    @Inject
    transient RuleSetService sets;

    private List<StoredRuleSet> versions;
    private int known = -1;
    private String file;
    private boolean taken;
    private boolean overwritten;
    private List<RuleProblem> problems = List.of();

    /** The newest first. */
    public List<StoredRuleSet> getVersions() {
        int newest = rules.getStored().number();
        if (versions == null || known != newest) {
            versions = sets.history(SHOWN);
            known = newest;
        }
        return versions;
    }

    /** Makes an earlier version hold again; the draft is let go. */
    public void restore(int number) {
        said();
        try {
            sets.restore(number, rules.getStored().number());
        } catch (RulesInvalid e) {
            problems = e.problems();
        } catch (RulesOverwritten e) {
            overwritten = true;
        }
        rules.discard();
    }

    /** The draft as a file. */
    public String getExported() {
        return sets.exported(rules.rules());
    }

    /** Makes a file's rules the draft; they hold once they are saved. */
    public void take() {
        said();
        try {
            rules.take(sets.imported(file == null ? "" : file));
            file = null;
            taken = true;
        } catch (RulesInvalid e) {
            problems = e.problems();
        }
    }

    private void said() {
        taken = false;
        overwritten = false;
        problems = List.of();
    }

    public List<RuleProblem> getProblems() {
        return problems;
    }

    public boolean isTaken() {
        return taken;
    }

    public boolean isOverwritten() {
        return overwritten;
    }

    public String getFile() {
        return file;
    }

    public void setFile(String file) {
        this.file = file;
    }
}
