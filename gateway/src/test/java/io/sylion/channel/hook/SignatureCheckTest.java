package io.sylion.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    private static final byte[] BODY = "{\"msg\":\"h\\u00e9llo \\/ok\"}".getBytes(StandardCharsets.UTF_8);
    private static final String HEADER = "sha256=1a0712bdfde78c03422a177f749aff9426806a53cb733ae56774b0f531e5a46d";

    @Test
    void theRawBytesAreSigned() {
        byte[] claimed = SignatureCheck.claimed(HEADER).orElseThrow();

        assertThat(BODY).hasSize(25);
        assertThat(SignatureCheck.isSigned(Set.of("app-secret-1"), BODY, BODY.length, claimed))
                .isTrue();
        byte[] longer = Arrays.copyOf(BODY, 100);
        assertThat(SignatureCheck.isSigned(Set.of("app-secret-1"), longer, BODY.length, claimed))
                .isTrue();
        byte[] rewritten = "{\"msg\":\"héllo /ok\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(SignatureCheck.isSigned(Set.of("app-secret-1"), rewritten, rewritten.length, claimed))
                .isFalse();
    }

    @Test
    void oneOfSeveralSecretsIsEnough() {
        byte[] claimed = SignatureCheck.claimed(HEADER).orElseThrow();

        assertThat(SignatureCheck.isSigned(List.of("old", "app-secret-1", "new"), BODY, BODY.length, claimed))
                .isTrue();
        assertThat(SignatureCheck.isSigned(List.of("old", "new"), BODY, BODY.length, claimed))
                .isFalse();
        assertThat(SignatureCheck.isSigned(List.of(), BODY, BODY.length, claimed))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha1=1a0712bdfde78c03422a177f749aff9426806a53cb733ae56774b0f531e5a46d",
                "1a0712bdfde78c03422a177f749aff9426806a53cb733ae56774b0f531e5a46d",
                "sha256=zz0712bdfde78c03422a177f749aff9426806a53cb733ae56774b0f531e5a46d",
                "sha256=1a0712bdfde78c03422a177f749aff9426806a53cb733ae56774b0f531e5a4"
            })
    void aHeaderThatCannotBeRightIsNone(String header) {
        assertThat(SignatureCheck.claimed(header)).isEmpty();
    }

    @Test
    void tokensAreCompared() {
        assertThat(SignatureCheck.isAgreed(Set.of("a", "b"), "b")).isTrue();
        assertThat(SignatureCheck.isAgreed(Set.of("a", "b"), "c")).isFalse();
        assertThat(SignatureCheck.isAgreed(Set.of("a"), null)).isFalse();
        assertThat(SignatureCheck.isAgreed(Set.of(), "")).isFalse();
    }
}
