package io.sylion.triage.view;

import io.sylion.decision.service.DecisionService;
import io.sylion.triage.api.RuleProblem;
import io.sylion.triage.api.RuleSetDetails;
import io.sylion.triage.api.RulesInvalid;
import io.sylion.triage.api.RulesOverwritten;
import io.sylion.triage.api.SaveRules;
import io.sylion.triage.api.TriageTrial;
import io.sylion.triage.api.TryMessage;
import io.sylion.triage.domain.TriageRule;
import io.sylion.triage.service.RuleSetService;
import io.sylion.triage.service.TriageTrialService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules as a draft: they are put in order, written and tried here, and hold only once they are saved, all together. */
@Named("rules")
@ViewScoped
public class RulesView implements Serializable {
    private static final Duration COUNTED = Duration.ofDays(7);

    @Inject
    transient RuleSetService sets;

    @Inject
    transient TriageTrialService trials;

    @Inject
    transient DecisionService decisions;

    @Inject
    transient Clock clock;

    private RuleSetDetails stored;
    private List<RuleForm> draft;
    private Map<String, Integer> counts;
    private RuleForm editing;
    private List<RuleProblem> problems = List.of();
    private boolean overwritten;
    private boolean saved;
    private int revision;
    private String trialText;
    private String trialChannel;
    private TriageTrial trial;
    private String ownText;
    private TriageTrial ownTrial;

    public RuleSetDetails getStored() {
        if (stored == null) {
            stored = sets.current();
        }
        return stored;
    }

    /** In the order in which they are asked; the page's table moves them in it. */
    public List<RuleForm> getDraft() {
        if (draft == null) {
            draft = forms(getStored().rules());
        }
        return draft;
    }

    private static List<RuleForm> forms(List<TriageRule> rules) {
        return rules.stream().map(RuleForm::of).collect(Collectors.toCollection(ArrayList::new));
    }

    /** The draft as rules. */
    List<TriageRule> rules() {
        return getDraft().stream().map(RuleForm::toRule).toList();
    }

    public TriageRule rule(RuleForm form) {
        return form.toRule();
    }

    public boolean isChanged() {
        return !rules().equals(getStored().rules());
    }

    public boolean isChanged(RuleForm form) {
        Map<UUID, TriageRule> byId = getStored().rules().stream()
                .collect(Collectors.toMap(TriageRule::id, Function.identity(), (a, b) -> a));
        return !Objects.equals(byId.get(form.getId()), form.toRule());
    }

    /** How many messages it has decided in seven days. */
    public int count(RuleForm form) {
        if (counts == null) {
            counts = decisions.rules(clock.instant().minus(COUNTED));
        }
        return counts.getOrDefault("rule:" + form.getId(), 0);
    }

    /** The table has moved a rule, or a switch was turned: what was said of the draft before holds no more. */
    public void touched() {
        saved = false;
        problems = List.of();
        trial = null;
        revision++;
    }

    /** Another one after each change of the draft. */
    int revision() {
        return revision;
    }

    public void up(int at) {
        swap(at, at - 1);
    }

    public void down(int at) {
        swap(at, at + 1);
    }

    private void swap(int one, int other) {
        if (Math.min(one, other) >= 0 && Math.max(one, other) < getDraft().size()) {
            RuleForm moved = draft.get(one);
            draft.set(one, draft.get(other));
            draft.set(other, moved);
            touched();
        }
    }

    public void add() {
        edit(new RuleForm());
    }

    public void edit(RuleForm form) {
        touched();
        editing = RuleForm.of(form.toRule());
        ownText = null;
        ownTrial = null;
    }

    /** Puts the edited rule into the draft, in its place or at the end. */
    public void apply() {
        problems = sets.problems(List.of(editing.toRule()));
        if (!problems.isEmpty()) {
            return;
        }
        int at = place(editing.getId());
        if (at < 0) {
            getDraft().add(editing);
        } else {
            getDraft().set(at, editing);
        }
        leave();
    }

    public void remove() {
        getDraft().removeIf(form -> form.getId().equals(editing.getId()));
        leave();
    }

    public void leave() {
        editing = null;
        touched();
    }

    private int place(UUID id) {
        return getDraft().stream().map(RuleForm::getId).toList().indexOf(id);
    }

    /** What the edited rule alone would do. */
    public void tryOwn() {
        problems = sets.problems(List.of(editing.toRule()));
        boolean ready = problems.isEmpty() && ownText != null;
        ownTrial = ready ? trials.attempt(new TryMessage(ownText, firstChannel(), List.of(editing.toRule()))) : null;
    }

    private UUID firstChannel() {
        return editing.toRule().channels().stream().findFirst().orElse(null);
    }

    /** What all of them, as they stand in the draft, would do. */
    public void tryAll() {
        trial = trialText == null
                ? null
                : trials.attempt(new TryMessage(
                        trialText, trialChannel == null ? null : UUID.fromString(trialChannel), rules()));
    }

    public void save() {
        touched();
        try {
            sets.save(new SaveRules(getStored().number(), rules()));
            reload();
            saved = true;
        } catch (RulesInvalid e) {
            problems = e.problems();
        } catch (RulesOverwritten e) {
            overwritten = true;
        }
    }

    /** Forgets the draft and shows what holds. */
    public void discard() {
        touched();
        reload();
    }

    void reload() {
        stored = null;
        draft = null;
        counts = null;
        overwritten = false;
    }

    /** Makes these the draft, in place of the old one. */
    void take(List<TriageRule> rules) {
        touched();
        draft = forms(rules);
    }

    public boolean isAdding() {
        return editing != null && place(editing.getId()) < 0;
    }

    public RuleForm getEditing() {
        return editing;
    }

    public List<RuleProblem> getProblems() {
        return problems;
    }

    public boolean isOverwritten() {
        return overwritten;
    }

    public boolean isSaved() {
        return saved;
    }

    public String getTrialText() {
        return trialText;
    }

    public void setTrialText(String trialText) {
        this.trialText = trialText;
    }

    public String getTrialChannel() {
        return trialChannel;
    }

    public void setTrialChannel(String trialChannel) {
        this.trialChannel = trialChannel;
    }

    public TriageTrial getTrial() {
        return trial;
    }

    public String getOwnText() {
        return ownText;
    }

    public void setOwnText(String ownText) {
        this.ownText = ownText;
    }

    public TriageTrial getOwnTrial() {
        return ownTrial;
    }
}
