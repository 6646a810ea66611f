package io.sylion.governance.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void areKeptAsArgon2id() {
        String hash = passwords.hash("Bonjour-Sylion-1");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("Bonjour");
        assertThat(passwords.hash("Bonjour-Sylion-1")).as("salted").isNotEqualTo(hash);
    }

    @Test
    void matchTheirHashOnly() {
        String hash = passwords.hash("Bonjour-Sylion-1");
        assertThat(passwords.matches("Bonjour-Sylion-1", hash)).isTrue();
        assertThat(passwords.matches("bonjour-sylion-1", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void nobodyHasNone() {
        assertThat(passwords.matches("nobody signs in with this", null)).isFalse();
    }
}
