package io.sylion.conversation.service;

import io.sylion.conversation.api.ConversationChanged;
import io.sylion.conversation.api.MediaAnnounced;
import io.sylion.conversation.api.MessageQueued;
import io.sylion.conversation.api.MessageStored;
import io.sylion.conversation.api.ReplyDue;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;

/** Fires what this feature tells the others, with the bound tenant. */
@ApplicationScoped
class ConversationEvents {
    @Inject
    Event<Object> event;

    void stored(MessageStored stored) {
        event.select(MessageStored.class).fire(stored);
    }

    void changed(UUID conversationId) {
        event.select(ConversationChanged.class).fire(new ConversationChanged(tenant(), conversationId));
    }

    void queued(UUID conversationId, long delayMillis) {
        event.select(MessageQueued.class).fire(new MessageQueued(tenant(), conversationId, delayMillis));
    }

    void announced(UUID mediaId) {
        event.select(MediaAnnounced.class).fire(new MediaAnnounced(tenant(), mediaId));
    }

    void due(UUID channelId, UUID conversationId, UUID messageId, long delayMillis) {
        event.select(ReplyDue.class).fire(new ReplyDue(tenant(), channelId, conversationId, messageId, delayMillis));
    }

    private static UUID tenant() {
        return TenantScope.current().tenantId();
    }
}
