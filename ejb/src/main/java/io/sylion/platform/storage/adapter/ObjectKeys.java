package io.sylion.platform.storage.adapter;

import java.util.regex.Pattern;

/** The form of keys, the same for all stores: what one store takes, every other takes too. */
public final class ObjectKeys {
    private static final Pattern KEY =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){1,8}");

    private ObjectKeys() {}

    /** The key itself; only its slashes need care in an address. */
    public static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of an object");
        }
        return key;
    }
}
