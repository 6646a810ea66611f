package io.sylion.sandbox.whatsapp;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Message ids of the provider's look; opaque to everybody. */
public final class Wamids {
    private Wamids() {}

    public static String create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] bytes = ByteBuffer.allocate(24)
                .putLong(System.currentTimeMillis())
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
        return "wamid." + Base64.getEncoder().encodeToString(bytes);
    }
}
