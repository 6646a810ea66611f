package io.sylion.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;

/** Whatever stands in the headers, nobody is let in who does not know the secret. */
class SignatureFuzzTest {
    private static final List<String> SECRETS = List.of("app-secret-1", "app-secret-2");

    @FuzzTest
    void nobodyGuessesASignature(FuzzedDataProvider data) {
        String header = data.consumeBoolean() ? data.consumeString(80) : "sha256=" + data.consumeAsciiString(64);
        byte[] body = data.consumeRemainingAsBytes();
        Optional<byte[]> claimed = SignatureCheck.claimed(header);

        assertThat(claimed.map(bytes -> bytes.length).orElse(32)).isEqualTo(32);
        claimed.ifPresent(bytes -> assertThat(SignatureCheck.isSigned(SECRETS, body, body.length, bytes))
                .isFalse());
        assertThat(SignatureCheck.isAgreed(SECRETS, header)).isEqualTo(SECRETS.contains(header));
        assertThat(SignatureCheck.isSigned(List.of(), body, body.length, new byte[32]))
                .isFalse();
    }
}
