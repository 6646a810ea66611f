package io.sylion.learning.view;

import io.sylion.learning.service.MarkedAnswerService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Moments;
import io.sylion.platform.faces.Redirect;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Answers that members found right, as questions to measure the knowledge with. */
@Named("markedAnswers")
@RequestScoped
public class MarkedAnswersForm {
    @Inject
    MarkedAnswerService service;

    @Inject
    Texts texts;

    @Inject
    Moments moments;

    @Inject
    Messages messages;

    private Integer count;

    public int getCount() {
        if (count == null) {
            count = service.count();
        }
        return count;
    }

    public void makeSets() {
        String name = texts.get("learning", "marked.name", moments.today());
        boolean made = !service.makeSets(name).isEmpty();
        if (made) {
            messages.info("learning", "marked.made", name);
            Redirect.to("/knowledge/search.xhtml");
        } else {
            messages.error("learning", "marked.none");
            Redirect.here();
        }
    }
}
