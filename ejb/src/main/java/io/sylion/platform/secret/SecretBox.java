package io.sylion.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts small secrets for storage (AES-GCM, key set from a file that lies outside the database). To rotate, add a key to
 * the set and make it primary: what older keys sealed still opens. A sealed secret opens only for the owner it was sealed
 * for, so that a value copied to another row is worthless there.
 */
@ApplicationScoped
public class SecretBox {
    private static final Logger LOG = Logger.getLogger(SecretBox.class.getName());
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    @Inject
    @ConfigProperty(name = "sylion.secret.keyset-file")
    Optional<String> keysetFile;

    @Inject
    @ConfigProperty(name = "sylion.demo", defaultValue = "false")
    boolean demo;

    private Aead aead;

    /** For the container. */
    public SecretBox() {}

    SecretBox(Path file, boolean createWhenAbsent) {
        keysetFile = Optional.of(file.toString());
        demo = createWhenAbsent;
        unlock();
    }

    @PostConstruct
    void unlock() {
        Path file = Path.of(keysetFile.orElseThrow(() -> new SecretFailure("sylion.secret.keyset-file is not set")));
        try {
            if (demo && !Files.exists(file)) {
                create(file);
            }
            aead = TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), TinkConfig2026.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(TinkConfig2026.get(), Aead.class);
        } catch (IOException e) {
            throw new SecretFailure("the key set file cannot be read: " + file);
        } catch (GeneralSecurityException e) {
            throw new SecretFailure("the key set file holds no usable keys: " + file);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        String keys = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get()),
                TinkConfig2026.get(),
                InsecureSecretKeyAccess.get());
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path fresh = Files.createTempFile(parent, "keyset", ".tmp", OWNER_ONLY);
        try {
            Files.writeString(fresh, keys, StandardOpenOption.DSYNC);
            Files.createLink(file, fresh);
            LOG.info(() -> "new key set for channel secrets: " + file);
        } catch (FileAlreadyExistsException e) {
            LOG.fine("another process made the key set first");
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Encrypts a secret for an owner; null stays null. */
    public byte[] seal(String secret, String owner) {
        if (secret == null) {
            return null;
        }
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), owner.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SecretFailure("a secret cannot be sealed");
        }
    }

    /**
     * Decrypts what was sealed for this owner; null stays null.
     *
     * @throws SecretFailure when it was sealed for another owner or by a key that the set no longer has
     */
    public String open(byte[] sealed, String owner) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(aead.decrypt(sealed, owner.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretFailure("a stored secret cannot be opened: the key set does not fit, or it was moved");
        }
    }
}
