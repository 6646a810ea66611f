package io.sylion.decision.view;

import io.sylion.decision.api.DecisionNotFound;
import io.sylion.decision.domain.Verdict;
import io.sylion.decision.service.DecisionReviewService;
import io.sylion.platform.faces.Exchange;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/**
 * What a member says of a decision. The button that was pressed names decision and verdict itself: decisions that came since the
 * page was drawn have moved the rows.
 */
@Named("verdictForm")
@RequestScoped
public class VerdictForm {
    @Inject
    DecisionReviewService service;

    @Inject
    Messages messages;

    /** On what a button sends: {@code RIGHT}, {@code WRONG} or {@code NONE}, a colon, the decision's id. */
    public void mark() {
        String pressed = Exchange.parameter("mark");
        if (pressed == null) {
            return;
        }
        try {
            String[] parts = pressed.split(":", 2);
            service.mark(UUID.fromString(parts[1]), parts[0].equals("NONE") ? null : Verdict.valueOf(parts[0]));
        } catch (DecisionNotFound | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            messages.error("decision", "gone");
        }
        Redirect.here();
    }

    public Verdict of(UUID decisionId) {
        return service.verdict(decisionId).orElse(null);
    }
}
