package io.sylion.decision.view;

import io.sylion.decision.domain.DecisionPage;
import io.sylion.decision.domain.DecisionSummary;
import io.sylion.decision.domain.RuleVerdicts;
import io.sylion.decision.service.DecisionReviewService;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of decisions, newest first, and what members said of them. */
@Named("decisions")
@RequestScoped
public class DecisionsView {
    private static final int LONGEST = 160;
    private static final int MOST_RULES = 8;

    @Inject
    DecisionReviewService service;

    @Inject
    DecisionFilter filter;

    @Inject
    Texts texts;

    private DecisionPage page;
    private List<RuleVerdicts> verdicts;

    public List<DecisionSummary> getRows() {
        return page().rows();
    }

    private DecisionPage page() {
        if (page == null) {
            page = service.page(filter.query());
        }
        return page;
    }

    /** Address of the next page; null when there is none. */
    public String getNext() {
        return page().nextAt() == null ? null : address(page().nextAt() + "_" + page().nextId());
    }

    /** Address of the list with what it is narrowed to. */
    public String getHere() {
        return address(null);
    }

    private String address(String before) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("days", filter.getDays());
        parameters.put("triage", filter.getTriage());
        parameters.put("reason", filter.getReason());
        parameters.put("outcome", filter.getOutcome());
        parameters.put("model", filter.getModel());
        parameters.put("below", filter.getBelow());
        parameters.put("cost", filter.getCost());
        parameters.put("verdict", filter.getVerdict());
        parameters.put("before", before);
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "decisions.xhtml?", ""));
    }

    public List<String> getModels() {
        return service.models(filter.since());
    }

    public List<String> getReasons() {
        return service.reasons(filter.since());
    }

    /** The rules that members said most about. */
    public List<RuleVerdicts> getVerdicts() {
        if (verdicts == null) {
            verdicts =
                    service.verdicts(filter.since()).stream().limit(MOST_RULES).toList();
        }
        return verdicts;
    }

    /** What the customer wrote, or of what kind it was. */
    public String words(DecisionSummary row) {
        if (row.body() != null && !row.body().isBlank()) {
            String body = row.body().strip();
            return body.length() <= LONGEST ? body : body.substring(0, LONGEST).strip() + "…";
        }
        return row.type() == null
                ? texts.get("decision", "erased")
                : texts.get("inbox", "type." + row.type().name());
    }

    public String style(DecisionSummary row) {
        return switch (row.triage()) {
            case AUTO_REPLY -> "ai";
            case ESCALATE -> "warn";
            case IGNORE -> "";
        };
    }

    public String percent(BigDecimal share) {
        return NumberFormat.getPercentInstance(texts.locale()).format(share);
    }

    /** In the tenant's currency; null when the price is not known. */
    public String cost(DecisionSummary row) {
        if (row.costMicros() == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(5);
        return format.format(BigDecimal.valueOf(row.costMicros(), 6));
    }
}
