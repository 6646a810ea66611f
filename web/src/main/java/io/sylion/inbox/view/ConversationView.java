package io.sylion.inbox.view;

import io.sylion.contact.domain.ContactDetails;
import io.sylion.contact.service.ContactService;
import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.domain.ConversationStatus;
import io.sylion.conversation.domain.ConversationSummary;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.MessageDetails;
import io.sylion.conversation.service.ConversationService;
import io.sylion.inbox.view.ConversationRow.Chip;
import io.sylion.platform.faces.Initials;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One conversation: its head, its messages, who the contact is. */
@Named("conversation")
@RequestScoped
public class ConversationView {
    private static final int PAGE = 50;
    private static final int MOST = 200;

    @Inject
    ConversationService service;

    @Inject
    ContactService contacts;

    @Inject
    ConversationWords words;

    @Inject
    Bubbles drawing;

    private UUID id;
    private UUID before;
    private int size = PAGE;
    private ConversationSummary summary;
    private ContactDetails contact;
    private List<Bubble> bubbles;
    private UUID lastInbound;
    private boolean older;

    /** Finds what the address names; an address that names nothing shows no conversation. */
    public void load() {
        if (id == null) {
            return;
        }
        try {
            summary = service.summary(id);
        } catch (ConversationNotFound e) {
            return;
        }
        contact = contacts.details(summary.contactId());
        List<MessageDetails> messages = service.thread(id, before, size);
        older = messages.size() == size;
        lastInbound = messages.stream()
                .filter(MessageDetails::isInbound)
                .reduce((first, second) -> second)
                .map(MessageDetails::id)
                .orElse(null);
        bubbles = drawing.of(messages);
    }

    public boolean isFound() {
        return summary != null;
    }

    public ConversationSummary getSummary() {
        return summary;
    }

    public ContactDetails getContact() {
        return contact;
    }

    public List<Bubble> getBubbles() {
        return bubbles;
    }

    /** Whether older messages may follow when asked for. */
    public boolean isOlder() {
        return older;
    }

    public UUID getOldest() {
        return bubbles == null || bubbles.isEmpty() ? null : bubbles.getFirst().id();
    }

    /** The newest message of the customer that this page has shown. */
    public UUID getLastInbound() {
        return lastInbound;
    }

    public String getName() {
        return words.name(summary);
    }

    public String getInitials() {
        return Initials.of(summary.contactName());
    }

    public int getHue() {
        return ConversationWords.hue(summary.contactId());
    }

    public String getPhone() {
        return PhoneNumber.readable(summary.phone());
    }

    public String getLanguage() {
        return contact.language() == null
                ? null
                : Locale.forLanguageTag(contact.language()).getDisplayLanguage(words.locale());
    }

    public Chip getTriage() {
        return words.triage(summary);
    }

    public String getReason() {
        return words.reason(summary.triageReason());
    }

    public Chip getOwner() {
        return words.owner(summary);
    }

    public Chip getWindow() {
        return words.window(summary, true);
    }

    public boolean isWindowOpen() {
        return !getWindow().kind().equals("window-closed");
    }

    public boolean isClosed() {
        return summary.status() == ConversationStatus.CLOSED;
    }

    public boolean isMine() {
        return summary.handler() == Handler.MEMBER
                && TenantScope.current().actor().memberId().equals(summary.memberId());
    }

    public boolean isAnsweredByAi() {
        return summary.handler() == Handler.AI;
    }

    /** Whether the signed-in member may do more than read. */
    public boolean isWritable() {
        return TenantScope.current().actor().may(Role.AGENT);
    }

    public String getId() {
        return id == null ? null : id.toString();
    }

    public void setId(String text) {
        id = uuid(text);
    }

    public String getBefore() {
        return before == null ? null : before.toString();
    }

    public void setBefore(String text) {
        before = uuid(text);
    }

    public int getSize() {
        return size;
    }

    public void setSize(int wanted) {
        size = Math.clamp(wanted, PAGE, MOST);
    }

    static UUID uuid(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
