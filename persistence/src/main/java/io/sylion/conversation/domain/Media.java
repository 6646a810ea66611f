package io.sylion.conversation.domain;

import io.sylion.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The file of a message. An inbound one is PENDING until it was fetched from the provider (STORED) or cannot be any more
 * (FAILED); an outbound one is STORED from the start.
 */
@Entity
@Table(name = "conversation_media")
public class Media extends TenantOwned {
    @Column(name = "message_id", updatable = false)
    private UUID messageId;

    @Column(name = "channel_id", updatable = false)
    private UUID channelId;

    @Column(name = "provider_media_id", updatable = false)
    private String providerMediaId;

    @Column(name = "mime_type")
    private String mimeType;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "size_bytes")
    private Long sizeBytes;

    private String sha256;

    @Column(name = "object_key")
    private String objectKey;

    @Enumerated(EnumType.STRING)
    private MediaState state;

    @Column(name = "failure_reason")
    private String failureReason;

    @Column(name = "asked_at")
    private Instant askedAt;

    protected Media() {}

    private Media(Instant now, Message message, String mimeType, String fileName) {
        super(now);
        this.messageId = message.id();
        this.channelId = message.channelId();
        this.mimeType = mimeType;
        this.fileName = fileName;
        this.askedAt = now;
    }

    public static Media announced(
            Instant now, Message message, String providerMediaId, String mimeType, String fileName) {
        Media media = new Media(now, message, mimeType, fileName);
        media.providerMediaId = providerMediaId;
        media.state = MediaState.PENDING;
        return media;
    }

    public static Media uploaded(
            Instant now, Message message, String objectKey, String mimeType, String fileName, long sizeBytes) {
        Media media = new Media(now, message, mimeType, fileName);
        media.objectKey = objectKey;
        media.sizeBytes = sizeBytes;
        media.state = MediaState.STORED;
        return media;
    }

    /** The file is asked for once more. */
    public void asked(Instant now) {
        askedAt = now;
    }

    public void stored(String key, String type, long size, String hash) {
        objectKey = key;
        mimeType = type;
        sizeBytes = size;
        sha256 = hash;
        state = MediaState.STORED;
        failureReason = null;
    }

    public void failed(String reason) {
        if (state == MediaState.PENDING) {
            state = MediaState.FAILED;
            failureReason = reason;
        }
    }

    public UUID messageId() {
        return messageId;
    }

    public UUID channelId() {
        return channelId;
    }

    public String providerMediaId() {
        return providerMediaId;
    }

    public String objectKey() {
        return objectKey;
    }

    public String mimeType() {
        return mimeType;
    }

    public String fileName() {
        return fileName;
    }

    public Long sizeBytes() {
        return sizeBytes;
    }

    public MediaState state() {
        return state;
    }
}
