package io.sylion.conversation.service;

import io.sylion.channel.api.FetchedMedia;
import io.sylion.channel.service.ChannelService;
import io.sylion.conversation.api.ConversationNotFound;
import io.sylion.conversation.domain.Media;
import io.sylion.conversation.domain.MediaState;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageRepository;
import io.sylion.governance.api.Permit;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The short transactions around a fetch. */
@Stateless
@Permit(Role.OWNER)
public class MediaSteps {
    @Inject
    MessageRepository messages;

    @Inject
    ChannelService channels;

    @Inject
    ConversationEvents events;

    /** What is to be fetched; empty when it is there, or failed for good. */
    public Optional<PendingMedia> pending(UUID mediaId) {
        return messages.media(mediaId)
                .filter(m -> m.state() == MediaState.PENDING && m.providerMediaId() != null)
                .map(m -> new PendingMedia(channels.account(m.channelId()), m.providerMediaId(), key(m)));
    }

    public void stored(UUID mediaId, String objectKey, FetchedMedia fetched) {
        Media media = find(mediaId);
        media.stored(objectKey, fetched.mimeType(), fetched.sizeBytes(), fetched.sha256());
        changed(media);
    }

    public void failed(UUID mediaId, String reason) {
        Media media = find(mediaId);
        media.failed(reason);
        changed(media);
    }

    private static String key(Media media) {
        return media.tenantId() + "/media/" + media.id();
    }

    private Media find(UUID id) {
        return messages.media(id).orElseThrow(() -> ConversationNotFound.media(id));
    }

    private void changed(Media media) {
        messages.find(media.messageId()).map(Message::conversationId).ifPresent(events::changed);
    }
}
