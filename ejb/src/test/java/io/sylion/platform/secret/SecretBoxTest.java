package io.sylion.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    @TempDir
    Path folder;

    private Path keys;
    private SecretBox box;

    @BeforeEach
    void makeKeys() {
        keys = folder.resolve("keyset.json");
        box = new SecretBox(keys, true);
    }

    @Test
    void opensWhatItSealed() {
        byte[] sealed = box.seal("EAAG-tøken", "channel-1");
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("EAAG");
        assertThat(box.open(sealed, "channel-1")).isEqualTo("EAAG-tøken");
        assertThat(box.seal("EAAG-tøken", "channel-1"))
                .as("never the same twice")
                .isNotEqualTo(sealed);
        assertThat(box.open(box.seal(null, "channel-1"), "channel-1")).isNull();
    }

    @Test
    void aSecretCopiedToAnotherOwnerIsWorthless() {
        byte[] sealed = box.seal("secret", "channel-1");
        assertThatThrownBy(() -> box.open(sealed, "channel-2")).isInstanceOf(SecretFailure.class);
    }

    @Test
    void aChangedSecretIsNoticed() {
        byte[] sealed = box.seal("secret", "channel-1");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(sealed, "channel-1")).isInstanceOf(SecretFailure.class);
    }

    @Test
    void afterARotationOldSecretsStillOpenAndNewOnesNeedTheNewKey() throws Exception {
        byte[] old = box.seal("old", "channel-1");
        String before = Files.readString(keys);
        rotate();
        SecretBox rotated = new SecretBox(keys, false);
        assertThat(rotated.open(old, "channel-1")).isEqualTo("old");
        byte[] fresh = rotated.seal("fresh", "channel-1");
        assertThat(rotated.open(fresh, "channel-1")).isEqualTo("fresh");
        Files.writeString(keys, before);
        assertThatThrownBy(() -> new SecretBox(keys, false).open(fresh, "channel-1"))
                .isInstanceOf(SecretFailure.class);
    }

    @Test
    void keysAreMadeOnlyForADemoAndOnlyForTheirOwnersEyes() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        Path absent = folder.resolve("absent.json");
        assertThatThrownBy(() -> new SecretBox(absent, false)).isInstanceOf(SecretFailure.class);
        assertThat(absent).doesNotExist();
    }

    @Test
    void aBrokenKeySetIsNamedButNotShown() throws Exception {
        Files.writeString(keys, "{\"primaryKeyId\":1,\"key\":[]}");
        assertThatThrownBy(() -> new SecretBox(keys, false))
                .isInstanceOf(SecretFailure.class)
                .hasMessageContaining(keys.toString())
                .hasMessageNotContaining("primaryKeyId");
    }

    private void rotate() throws Exception {
        AeadConfig.register();
        KeysetHandle before = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(keys), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
        KeysetHandle after = KeysetHandle.newBuilder(before)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Files.writeString(
                keys,
                TinkJsonProtoKeysetFormat.serializeKeyset(after, TinkConfig2026.get(), InsecureSecretKeyAccess.get()));
    }
}
