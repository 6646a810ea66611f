package io.sylion.channel.adapter.whatsapp;

import java.util.Base64;
import java.util.HexFormat;

/** Compares digests that providers write in hex or in base64; what is neither says nothing. */
final class MediaDigest {
    private MediaDigest() {}

    /** Whether the provider's digest is readable and another one. */
    static boolean contradicts(String providers, String ourHex) {
        byte[] theirs = decode(providers);
        return theirs != null && !HexFormat.of().formatHex(theirs).equals(ourHex);
    }

    private static byte[] decode(String digest) {
        if (digest == null) {
            return null;
        }
        try {
            byte[] bytes = digest.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(digest)
                    : Base64.getDecoder().decode(digest.strip());
            return bytes.length == 32 ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
