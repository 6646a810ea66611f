package io.sylion.inbox.view;

import io.sylion.conversation.domain.ConversationCounts;
import io.sylion.conversation.service.ConversationService;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How much waits in the inbox: on its tabs, and beside its name in the navigation. */
@Named("inboxBadge")
@RequestScoped
public class InboxBadge {
    @Inject
    ConversationService conversations;

    private ConversationCounts counts;

    public ConversationCounts getCounts() {
        if (counts == null) {
            counts = conversations.counts(TenantScope.current().actor().memberId());
        }
        return counts;
    }

    /** "3", "99+"; empty when nothing waits. */
    public String getWaiting() {
        long waiting = getCounts().unread();
        if (waiting == 0) {
            return "";
        }
        return waiting > 99 ? "99+" : String.valueOf(waiting);
    }
}
