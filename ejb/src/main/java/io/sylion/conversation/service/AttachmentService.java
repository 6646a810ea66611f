package io.sylion.conversation.service;

import io.sylion.channel.api.OutboundMedia;
import io.sylion.conversation.api.Attachment;
import io.sylion.conversation.api.ReplyRefused;
import io.sylion.conversation.api.ReplyRefused.Reason;
import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.ObjectTooLarge;
import io.sylion.platform.storage.api.StoredObject;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Takes in files that members want to send: typed by their content, limited in size, stored under the tenant. Outside any
 * transaction: what is stored and then not sent is a file that nobody refers to, and harmless.
 */
@ApplicationScoped
public class AttachmentService {
    private static final Logger LOG = Logger.getLogger(AttachmentService.class.getName());
    private static final int LONGEST_NAME = 120;

    @Inject
    ObjectStore objects;

    /**
     * Stores a file; {@link Attachment#reply} makes the message of it. Does not close the stream.
     *
     * @param fileName as the member's machine calls it, may be null
     * @throws ReplyRefused MEDIA_NOT_ALLOWED for a type that cannot be sent, MEDIA_TOO_LARGE, or EMPTY; nothing is stored
     */
    @Permit(Role.AGENT)
    public Attachment store(String fileName, InputStream content) {
        UUID tenantId = TenantScope.current().tenantId();
        try {
            BufferedInputStream in = new BufferedInputStream(content, AttachmentType.HEAD);
            in.mark(AttachmentType.HEAD);
            byte[] head = in.readNBytes(AttachmentType.HEAD);
            in.reset();
            if (head.length == 0) {
                throw new ReplyRefused(Reason.EMPTY);
            }
            AttachmentType type =
                    AttachmentType.of(head, fileName).orElseThrow(() -> new ReplyRefused(Reason.MEDIA_NOT_ALLOWED));
            String key = tenantId + "/attachments/" + Ids.next();
            StoredObject stored = objects.put(key, in, type.maxBytes());
            LOG.info(() -> "attachment stored tenant=" + tenantId + " type=" + type + " bytes=" + stored.size());
            return new Attachment(
                    type.messageType(), new OutboundMedia(key, type.mimeType(), name(fileName, type)), stored.size());
        } catch (ObjectTooLarge e) {
            throw new ReplyRefused(Reason.MEDIA_TOO_LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException("attachment not stored", e);
        }
    }

    /** The last part of the path, without what does not belong into a name; with the ending that the content has. */
    static String name(String fileName, AttachmentType type) {
        String last = fileName == null
                ? ""
                : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        int dot = plain.lastIndexOf('.');
        String stem = dot < 0 ? plain : plain.substring(0, dot);
        if (stem.isBlank()) {
            stem = "fichier";
        }
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME)) + "." + type.extension();
    }
}
