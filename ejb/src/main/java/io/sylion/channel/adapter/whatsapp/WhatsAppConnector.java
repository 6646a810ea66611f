package io.sylion.channel.adapter.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.FetchedMedia;
import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.api.PlatformConnector;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.platform.storage.api.ObjectNotFound;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.ObjectTooLarge;
import io.sylion.platform.storage.api.StoredObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What the Cloud API and 360dialog have in common: the bodies. Addresses and keys differ. */
abstract class WhatsAppConnector implements PlatformConnector {
    private static final String EXPIRED = "http-404";

    @Inject
    WhatsAppCalls calls;

    @Inject
    SendRates rates;

    @Inject
    ObjectStore objects;

    /** Where messages are posted. */
    abstract String messages(ChannelAccount account);

    /** Where files are uploaded. */
    abstract String media(ChannelAccount account);

    /** Where a file is looked up. */
    abstract String mediaItem(ChannelAccount account, String mediaId);

    /** From where a file is loaded, given the address that the look-up told. */
    abstract URI download(ChannelAccount account, URI told);

    abstract void authorize(HttpRequest.Builder request, ChannelAccount account);

    @Override
    public String send(ChannelAccount account, OutboundContent message) {
        MessageBody.check(message);
        rates.take(account.channelId(), MessageBody.recipient(message));
        String mediaId = message.media() == null ? null : certain(() -> upload(account, message.media()));
        JsonNode answer = calls.json(account, "send", post(account, MessageBody.of(message, mediaId)));
        String id =
                answer == null ? "" : answer.path("messages").path(0).path("id").asText("");
        if (id.isEmpty()) {
            throw new ProviderFailure(
                    Remedy.RETRY, "answer-unreadable", "the provider's answer names no message", null, true);
        }
        return id;
    }

    @Override
    public void markRead(ChannelAccount account, String providerMessageId, boolean typing) {
        certain(() -> calls.json(account, "read", post(account, MessageBody.read(providerMessageId, typing))));
    }

    @Override
    public void react(ChannelAccount account, OutboundContent recipient, String providerMessageId, String emoji) {
        rates.take(account.channelId(), MessageBody.recipient(recipient));
        certain(() ->
                calls.json(account, "react", post(account, MessageBody.reaction(recipient, providerMessageId, emoji))));
    }

    @Override
    public FetchedMedia fetchMedia(ChannelAccount account, String mediaId, String objectKey) {
        return certain(() -> {
            try {
                return fetch(account, mediaId, objectKey);
            } catch (ProviderFailure e) {
                if (e.code().equals(EXPIRED)) {
                    // the address lives five minutes: ask for a new one, once
                    return fetch(account, mediaId, objectKey);
                }
                throw e;
            }
        });
    }

    private FetchedMedia fetch(ChannelAccount account, String mediaId, String objectKey) {
        JsonNode found = calls.json(account, "look-up", get(account, URI.create(mediaItem(account, mediaId))));
        String mimeType = MediaLimits.withoutParameters(found.path("mime_type").asText(null));
        long limit = MediaLimits.maxBytes(mimeType);
        if (found.path("file_size").asLong() > limit) {
            throw tooLarge(limit);
        }
        HttpRequest.Builder request =
                get(account, address(account, found.path("url").asText("")));
        StoredObject stored = calls.download(account, request, body -> {
            try {
                return objects.put(objectKey, body, limit);
            } catch (ObjectTooLarge e) {
                throw tooLarge(limit);
            }
        });
        if (MediaDigest.contradicts(found.path("sha256").asText(null), stored.sha256())) {
            discard(objectKey);
            throw new ProviderFailure(
                    Remedy.RETRY, "media-corrupt", "the file is not the one that was announced", null, false);
        }
        return new FetchedMedia(mimeType, stored.size(), stored.sha256());
    }

    private URI address(ChannelAccount account, String told) {
        try {
            return download(account, URI.create(told));
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(
                    Remedy.FAIL, "media-address", "the provider names no usable address of the file", null, false);
        }
    }

    private void discard(String objectKey) {
        try {
            objects.delete(objectKey);
        } catch (IOException e) {
            throw new ProviderFailure(Remedy.RETRY, "storage", "the object store failed", null, false);
        }
    }

    private String upload(ChannelAccount account, OutboundMedia media) {
        String mimeType = MediaLimits.withoutParameters(media.mimeType());
        long limit = MediaLimits.maxBytes(mimeType);
        long size;
        try {
            size = objects.size(media.objectKey());
        } catch (ObjectNotFound e) {
            throw new ProviderFailure(Remedy.FAIL, "media-missing", "the file is no longer stored", null, false);
        } catch (IOException e) {
            throw new ProviderFailure(Remedy.RETRY, "storage", "the object store failed", null, false);
        }
        if (size > limit) {
            throw tooLarge(limit);
        }
        MultipartFile file = new MultipartFile(mimeType, media.fileName(), size, () -> objects.open(media.objectKey()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(media(account)))
                .header("Content-Type", file.contentType())
                .POST(file.publisher());
        authorize(request, account);
        JsonNode answer = calls.upload(account, request);
        String id = answer == null ? "" : answer.path("id").asText("");
        if (id.isEmpty()) {
            throw new ProviderFailure(Remedy.RETRY, "answer-unreadable", "the provider names no file", null, false);
        }
        return id;
    }

    private static ProviderFailure tooLarge(long limit) {
        return new ProviderFailure(
                Remedy.FAIL, "media-too-large", "the file is larger than " + limit + " bytes", null, false);
    }

    private HttpRequest.Builder post(ChannelAccount account, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(messages(account)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        authorize(request, account);
        return request;
    }

    private HttpRequest.Builder get(ChannelAccount account, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        authorize(request, account);
        return request;
    }

    /** Work that may be repeated without harm: its failures leave nothing uncertain. */
    private static <T> T certain(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProviderFailure e) {
            if (!e.isUncertain()) {
                throw e;
            }
            ProviderFailure repeatable = new ProviderFailure(
                    e.remedy(), e.code(), e.getMessage(), e.retryAfter().orElse(null), false);
            repeatable.initCause(e);
            throw repeatable;
        }
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
