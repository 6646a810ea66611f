package io.sylion.platform.secret;

/** A secret cannot be sealed or opened. Never carries the secret, a key, or the library's own words. */
public class SecretFailure extends RuntimeException {
    public SecretFailure(String message) {
        super(message);
    }
}
