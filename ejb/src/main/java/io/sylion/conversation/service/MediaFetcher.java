package io.sylion.conversation.service;

import io.sylion.channel.api.FetchedMedia;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.service.PlatformConnectors;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Logger;

/** Fetches customers' files from the provider into the object store, outside any transaction. */
@ApplicationScoped
@PermitAll
public class MediaFetcher {
    private static final Logger LOG = Logger.getLogger(MediaFetcher.class.getName());

    @Inject
    MediaSteps steps;

    @Inject
    PlatformConnectors connectors;

    /** Fetches the file, unless it is there; a passing fault is thrown, so that the queue tries again later. */
    public void fetch(UUID mediaId) {
        steps.pending(mediaId).ifPresent(media -> {
            try {
                FetchedMedia fetched = connectors
                        .of(media.account().provider())
                        .fetchMedia(media.account(), media.providerMediaId(), media.objectKey());
                steps.stored(mediaId, media.objectKey(), fetched);
            } catch (ProviderFailure e) {
                LOG.info(() -> "media " + mediaId + " not fetched: " + e.remedy() + " " + e.code());
                switch (e.remedy()) {
                    case RETRY, WAIT -> throw e;
                    case FAIL, ALERT -> steps.failed(mediaId, e.getMessage());
                }
            }
        });
    }

    /** The queue will not try again. */
    public void giveUp(UUID mediaId) {
        steps.failed(mediaId, "the provider did not deliver the file");
    }
}
