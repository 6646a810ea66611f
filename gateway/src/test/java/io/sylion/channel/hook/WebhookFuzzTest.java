package io.sylion.channel.hook;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes at all, beginning with the sandbox's samples of what providers send. */
class WebhookFuzzTest {
    private static final Path SAMPLES = Path.of("../sandbox/src/main/resources/io/sylion/sandbox/samples");

    @MethodSource("samples")
    @DictionaryFile(resourcePath = "webhook.dict")
    @FuzzTest
    void anyBytesAreRefusedOrRead(byte[] body) {
        WebhookProbe.read(body);
    }

    static List<byte[]> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().map(WebhookFuzzTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
