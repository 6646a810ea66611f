package io.sylion.learning.view;

import io.sylion.learning.domain.GapCounts;
import io.sylion.learning.domain.GapState;
import io.sylion.learning.domain.GapSummary;
import io.sylion.learning.service.GapService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What customers asked and the knowledge did not answer, what is asked most first. */
@Named("gaps")
@RequestScoped
public class GapsView {
    @Inject
    GapService service;

    private GapState state = GapState.OPEN;
    private GapCounts counts;
    private List<GapSummary> rows;

    public List<GapState> getStates() {
        return List.of(GapState.values());
    }

    public int count(GapState which) {
        if (counts == null) {
            counts = service.counts();
        }
        return switch (which) {
            case OPEN -> counts.open();
            case ANSWERED -> counts.answered();
            case DISMISSED -> counts.dismissed();
        };
    }

    public List<GapSummary> getRows() {
        if (rows == null) {
            rows = service.gaps(state);
        }
        return rows;
    }

    public GapState getState() {
        return state;
    }

    public String getShow() {
        return state.name();
    }

    /** Anything unknown shows what is open. */
    public void setShow(String name) {
        state = Arrays.stream(GapState.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(GapState.OPEN);
    }
}
