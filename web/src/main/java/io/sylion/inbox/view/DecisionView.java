package io.sylion.inbox.view;

import io.sylion.decision.api.DecisionNotFound;
import io.sylion.decision.domain.CitedPassage;
import io.sylion.decision.domain.DecisionDetails;
import io.sylion.decision.service.DecisionService;
import io.sylion.platform.api.Json;
import io.sylion.platform.faces.Texts;
import io.sylion.triage.api.TriageSnapshot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Why: the trace of one decision. */
@Named("decision")
@RequestScoped
public class DecisionView {
    /** Version of ids that are made of a name. */
    private static final int NAMED = 3;

    @Inject
    DecisionService decisions;

    @Inject
    Texts texts;

    private UUID id;
    private UUID messageId;
    private UUID conversationId;
    private DecisionDetails details;

    public void load() {
        try {
            if (id != null) {
                details = decisions.details(id);
            } else if (messageId != null) {
                details = decisions.ofMessage(messageId).orElse(null);
            } else if (conversationId != null) {
                details = decisions.newest(conversationId).orElse(null);
            }
        } catch (DecisionNotFound e) {
            details = null;
        }
    }

    /** Null when there is no such decision. */
    public DecisionDetails getDetails() {
        return details;
    }

    /** The newest of a conversation, for the column beside the thread. */
    public DecisionDetails newestOf(UUID conversation) {
        if (details == null) {
            details = decisions.newest(conversation).orElse(null);
        }
        return details;
    }

    public String getTriage() {
        return texts.get("inbox", "triage." + details.triage());
    }

    public String getStyle() {
        return switch (details.triage()) {
            case AUTO_REPLY -> "ai";
            case ESCALATE -> "warn";
            case IGNORE -> "";
        };
    }

    public String getRule() {
        return ReasonWords.of(texts, details.reason());
    }

    public String getOutcome() {
        return texts.get("inbox", "outcome." + details.outcome());
    }

    public String getOutcomeReason() {
        return ReasonWords.of(texts, details.outcomeReason());
    }

    /** What the rule was found to apply by; null when the rule's own words say it all. */
    public String getGrounds() {
        TriageSnapshot known = Json.read(details.snapshot(), TriageSnapshot.class);
        if (known.found() != null && !known.found().isEmpty()) {
            return texts.get(
                    "inbox",
                    "grounds.found",
                    String.join(texts.get("inbox", "grounds.and"), known.found()),
                    number(details.confidence(), 2),
                    number(known.minimum(), 2));
        }
        if (known.ruleName() != null) {
            return texts.get("inbox", "grounds.conditions");
        }
        return known.similarity() == null ? null : texts.get("inbox", "grounds.alike", known.similarity());
    }

    /** Cited ones first, then by score. */
    public List<CitedPassage> getPassages() {
        return Bubbles.passages(details.passages()).stream()
                .sorted(Comparator.comparing(CitedPassage::cited)
                        .thenComparing(CitedPassage::score)
                        .reversed())
                .toList();
    }

    /** Whether it lies in a document of ours; what a managed search found is named after its words, and has no page here. */
    public boolean isOurs(CitedPassage passage) {
        return passage.documentId().version() != NAMED;
    }

    public String getOutputHtml() {
        return WhatsAppText.html(details.output());
    }

    public String number(Number value, int digits) {
        if (value == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(value);
    }

    /** The reply's confidence when there is one, else triage's. */
    public BigDecimal getConfidence() {
        return details.replyConfidence() == null ? details.confidence() : details.replyConfidence();
    }

    /** For the bar: steps of five percent, 0 to 20. */
    public int getConfidenceSteps() {
        return getConfidence() == null
                ? 0
                : Math.clamp(getConfidence().multiply(BigDecimal.valueOf(20)).intValue(), 0, 20);
    }

    public String getId() {
        return null;
    }

    public void setId(String text) {
        id = ConversationView.uuid(text);
    }

    public String getMessage() {
        return null;
    }

    public void setMessage(String text) {
        messageId = ConversationView.uuid(text);
    }

    public String getConversation() {
        return null;
    }

    public void setConversation(String text) {
        conversationId = ConversationView.uuid(text);
    }
}
