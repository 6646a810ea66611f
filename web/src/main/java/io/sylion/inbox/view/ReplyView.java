package io.sylion.inbox.view;

import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.api.ReplyRefused;
import io.sylion.conversation.api.ReplyToCustomer;
import io.sylion.conversation.service.AttachmentService;
import io.sylion.conversation.service.ConversationService;
import io.sylion.governance.api.NotPermitted;
import io.sylion.platform.faces.Texts;
import io.sylion.triage.api.ExampleOutcome;
import io.sylion.triage.service.ExampleService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** What a member does with the open conversation. Each action ends in one outcome, which the page's script reads. */
@Named("reply")
@RequestScoped
public class ReplyView {
    @Inject
    ConversationService conversations;

    @Inject
    AttachmentService attachments;

    @Inject
    ExampleService examples;

    @Inject
    Texts texts;

    private final ReplyForm form = new ReplyForm();
    private Outcome outcome;
    private ExampleOutcome added;

    /**
     * What came of the last action.
     *
     * @param reason code of a refusal, null when it was done
     * @param words for the member, null when the page itself shows it
     * @param messageId message that was written, null when none was
     */
    public record Outcome(boolean done, String reason, String words, UUID messageId) {}

    /** Work that ends with the message that it wrote, or with none. */
    @FunctionalInterface
    private interface Act {
        UUID run();
    }

    public void send() {
        act(() -> form.hasFile() ? conversations.reply(withFile()) : conversations.reply(form.toCommand()));
    }

    private ReplyToCustomer withFile() {
        try (InputStream content = form.getFile().getInputStream()) {
            return form.toCommand(attachments.store(form.getFile().getSubmittedFileName(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void note() {
        act(() -> conversations.note(form.conversationId(), form.getKey(), form.getText()));
    }

    public void takeOver() {
        act(() -> {
            conversations.takeOver(form.conversationId());
            return null;
        });
    }

    public void handBack() {
        act(() -> {
            conversations.handBack(form.conversationId());
            return null;
        });
    }

    public void close() {
        act(() -> {
            conversations.close(form.conversationId());
            return null;
        });
    }

    public void reopen() {
        act(() -> {
            conversations.reopen(form.conversationId());
            return null;
        });
    }

    public void retry() {
        act(() -> {
            conversations.retry(form.messageId());
            return form.messageId();
        });
    }

    /** Messages like this one get no answer from now on. */
    public void ignore() {
        act(() -> {
            added = examples.addMessage(form.messageId());
            return form.messageId();
        });
        if (added != null) {
            outcome = new Outcome(added.holds(), added.name(), texts.get("inbox", "ignore." + added), form.messageId());
        }
    }

    public void seen() {
        act(() -> {
            conversations.markSeen(form.conversationId());
            return null;
        });
    }

    private void act(Act act) {
        try {
            outcome = new Outcome(true, null, null, act.run());
        } catch (ReplyRefused e) {
            outcome = refused(e.reason().name());
        } catch (NotPermitted e) {
            outcome = refused("NOT_PERMITTED");
        } catch (ConversationNotFound | IllegalArgumentException e) {
            outcome = refused("NOT_FOUND");
        }
    }

    private Outcome refused(String reason) {
        return new Outcome(false, reason, texts.get("inbox", "refused." + reason), null);
    }

    public ReplyForm getForm() {
        return form;
    }

    public Outcome getOutcome() {
        return outcome;
    }
}
