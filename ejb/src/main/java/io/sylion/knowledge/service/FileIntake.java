package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.DocumentRefused.Reason;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.storage.api.ObjectStore;
import io.sylion.platform.storage.api.ObjectTooLarge;
import io.sylion.platform.storage.api.StoredObject;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.UUID;

/**
 * Takes files in: the original goes to the object store, then a document refers to it. Whatever is in the file is found out later, by
 * indexing: here nothing of it is read. Outside any transaction.
 */
@ApplicationScoped
@Permit(Role.MANAGER)
public class FileIntake {
    public static final long LARGEST = 20L << 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    SourceSteps steps;

    @Inject
    ObjectStore objects;

    /**
     * Stores a file as a document of the base, or as a new version of the document that came from a file of this name.
     *
     * @throws DocumentRefused with the reason; nothing is kept
     */
    public UUID store(UUID baseId, String fileName, InputStream content) {
        String name = name(fileName);
        String key = TenantScope.current().tenantId() + "/documents/" + Ids.next();
        steps.promise(baseId, key);
        try {
            StoredObject stored = objects.put(key, content, LARGEST);
            return steps.addFile(baseId, name, key, stored.size());
        } catch (ObjectTooLarge e) {
            throw new DocumentRefused(Reason.TOO_LARGE);
        } catch (IOException e) {
            throw new UncheckedIOException("file not stored", e);
        }
    }

    /** The last part of a path, without what does not belong into a name; composed, since some systems send accents apart. */
    static String name(String fileName) {
        String whole = fileName == null ? "" : Normalizer.normalize(fileName, Normalizer.Form.NFC);
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        if (last.isEmpty() || last.replace(".", "").isEmpty()) {
            throw new DocumentRefused(Reason.NO_NAME);
        }
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }
}
