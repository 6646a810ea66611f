package io.sylion.channel.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compares what proves a sender, in a time that tells nothing about the secret. */
final class SignatureCheck {
    static final String HEADER = "X-Hub-Signature-256";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int HEX_LENGTH = 64;

    /** Copied for each post: finding it among the JDK's providers takes longer than signing. */
    private static final Mac BLANK = blank();

    private SignatureCheck() {}

    private static Mac blank() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** The signature in the header; empty when there is none that could be right. */
    static Optional<byte[]> claimed(String header) {
        if (header == null || !header.startsWith(PREFIX) || header.length() != PREFIX.length() + HEX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(HexFormat.of().parseHex(header, PREFIX.length(), header.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether one of the secrets signed exactly these bytes. All are tried. */
    static boolean isSigned(Collection<String> secrets, byte[] body, int length, byte[] claimed) {
        boolean signed = false;
        for (String secret : secrets) {
            signed |= MessageDigest.isEqual(sign(secret, body, length), claimed);
        }
        return signed;
    }

    /** Whether the word is one of those agreed on. All are tried. */
    static boolean isAgreed(Collection<String> tokens, String word) {
        boolean agreed = false;
        byte[] bytes = word == null ? new byte[0] : word.getBytes(StandardCharsets.UTF_8);
        for (String token : tokens) {
            agreed |= MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), bytes);
        }
        return agreed;
    }

    private static byte[] sign(String secret, byte[] body, int length) {
        try {
            Mac mac = (Mac) BLANK.clone();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(body, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own " + ALGORITHM + " can be copied", e);
        }
    }
}
