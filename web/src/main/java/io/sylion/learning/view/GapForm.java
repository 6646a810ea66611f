package io.sylion.learning.view;

import io.sylion.knowledge.api.KnowledgeNotFound;
import io.sylion.learning.api.AnswerGap;
import io.sylion.learning.domain.GapDetails;
import io.sylion.learning.service.GapService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import io.sylion.usage.api.QuotaReached;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** What a member does about a gap: the answer, or letting it be. */
@Named("gapForm")
@RequestScoped
public class GapForm {
    private static final String FEATURE = "learning";
    private static final int LONGEST = 20_000;

    @Inject
    GapService service;

    @Inject
    GapView gap;

    @Inject
    Messages messages;

    private String base;
    private String title;
    private String text;

    /** What was typed stays in the form when it cannot be published. */
    public void answer() {
        if (base == null || isBlank(title) || isBlank(text) || text.length() > LONGEST) {
            messages.error(FEATURE, "answer.incomplete");
            return;
        }
        try {
            service.answer(new AnswerGap(gap.gapId(), UUID.fromString(base), title.strip(), text.strip()));
            Redirect.here();
        } catch (QuotaReached e) {
            messages.error(FEATURE, "answer.quota");
        } catch (KnowledgeNotFound e) {
            messages.error(FEATURE, "answer.baseGone");
        }
    }

    public void dismiss() {
        service.dismiss(gap.gapId());
        messages.info(FEATURE, "dismissed");
        Redirect.to("/learning/gaps.xhtml");
    }

    public void reopen() {
        service.reopen(gap.gapId());
        Redirect.here();
    }

    public void replay() {
        service.replay(gap.gapId());
        Redirect.here();
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }

    private GapDetails details() {
        return gap.getDetails();
    }

    /** Where the assistant looked, to begin with. */
    public String getBase() {
        boolean known = base == null && details() != null && details().baseId() != null;
        return known ? details().baseId().toString() : base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    /** The customer's own words to begin with. */
    public String getTitle() {
        if (title != null || details() == null) {
            return title;
        }
        return details().articleTitle() == null
                ? firstLine(details().question())
                : details().articleTitle();
    }

    private static String firstLine(String question) {
        String line = question.lines().findFirst().orElse("").strip();
        return line.length() <= 200 ? line : line.substring(0, 200).strip();
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text == null && details() != null ? details().articleText() : text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
