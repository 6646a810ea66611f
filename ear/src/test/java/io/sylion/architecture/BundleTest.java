package io.sylion.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in English (the default bundle) and in French. */
class BundleTest {
    /** French puts a narrow space that does not break before these signs and inside its quotes. */
    private static final Pattern LOOSE = Pattern.compile("[ \u00a0][:;?!»]|«[ \u00a0]");

    @Test
    void everyBundleIsCompleteInBothLanguages() throws IOException {
        List<Path> bundles;
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            bundles = modules.map(module -> module.resolve("src/main/resources/io/sylion"))
                    .filter(Files::isDirectory)
                    .flatMap(BundleTest::defaults)
                    .toList();
        }
        assertThat(bundles).allSatisfy(bundle -> {
            Path french =
                    bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_fr.properties"));
            assertThat(french).exists();
            Properties en = read(bundle);
            Properties fr = read(french);
            assertThat(fr.stringPropertyNames())
                    .as("keys of %s", french)
                    .containsExactlyInAnyOrderElementsOf(en.stringPropertyNames());
            assertThat(fr.values())
                    .as("texts of %s", french)
                    .noneMatch(text -> text.toString().isBlank());
            assertThat(en.values())
                    .as("texts of %s", bundle)
                    .noneMatch(text -> text.toString().isBlank());
            assertThat(fr.values())
                    .as("signs of %s that may stand alone on a line", french)
                    .noneMatch(text -> LOOSE.matcher(text.toString()).find());
        });
    }

    private static Stream<Path> defaults(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("[a-z-]*messages\\.properties"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
