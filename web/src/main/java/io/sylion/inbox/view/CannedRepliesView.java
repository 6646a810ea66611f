package io.sylion.inbox.view;

import io.sylion.conversation.api.CannedReplyOutcome;
import io.sylion.conversation.domain.CannedReply;
import io.sylion.conversation.service.CannedReplyService;
import io.sylion.platform.faces.Exchange;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The canned replies, and the one that is written: a new one, or that of the page's address. */
@Named("canned")
@RequestScoped
public class CannedRepliesView {
    private static final String PAGE = "/inbox/canned.xhtml";

    @Inject
    CannedReplyService service;

    @Inject
    Messages messages;

    private UUID id;
    private List<CannedReply> all;
    private CannedReply edited;
    private String shortcut;
    private String body;

    public List<CannedReply> getAll() {
        if (all == null) {
            all = service.all();
        }
        return all;
    }

    /** What was typed stays in the form when it cannot be saved. */
    public void save() {
        CannedReplyOutcome outcome = service.save(id(), shortcut, body);
        if (outcome == CannedReplyOutcome.SAVED) {
            messages.info("inbox", "canned.SAVED", shortcut.strip());
            Redirect.to(PAGE);
        } else {
            messages.error("inbox", "canned." + outcome);
        }
    }

    public void remove() {
        service.remove(id());
        messages.info("inbox", "canned.removed");
        Redirect.to(PAGE);
    }

    /** Null when a new one is written. */
    public CannedReply getEdited() {
        if (edited == null && id() != null) {
            edited = service.find(id()).orElse(null);
        }
        return edited;
    }

    /** A form that comes back is laid out before the page's parameters are set: the address says which. */
    private UUID id() {
        if (id == null) {
            setId(Exchange.parameter("id"));
        }
        return id;
    }

    public String getId() {
        return id() == null ? null : id.toString();
    }

    public void setId(String text) {
        id = ConversationView.uuid(text);
    }

    public String getShortcut() {
        return shortcut == null && getEdited() != null ? getEdited().shortcut() : shortcut;
    }

    public void setShortcut(String shortcut) {
        this.shortcut = shortcut == null ? "" : shortcut;
    }

    public String getBody() {
        return body == null && getEdited() != null ? getEdited().body() : body;
    }

    public void setBody(String body) {
        this.body = body == null ? "" : body;
    }
}
