package io.sylion.architecture;

import static io.sylion.architecture.SylionClasses.ALL;
import static io.sylion.architecture.SylionClasses.isPlatform;
import static io.sylion.architecture.SylionClasses.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One suffix is one role is one leaf; one name is one class. */
class NamingTest {
    private static final Map<String, Set<String>> LEAF_OF_SUFFIX = Map.ofEntries(
            Map.entry("Repository", Set.of("domain")),
            Map.entry("Service", Set.of("service")),
            Map.entry("Consumer", Set.of("message")),
            Map.entry("Queues", Set.of("message", "api")),
            Map.entry("Batchlet", Set.of("job")),
            Map.entry("Job", Set.of("job")),
            Map.entry("Timer", Set.of("job")),
            Map.entry("View", Set.of("view")),
            Map.entry("Form", Set.of("view")),
            Map.entry("Resource", Set.of("rest")),
            Map.entry("Webhook", Set.of("hook")),
            Map.entry("Socket", Set.of("push")));

    private static final Set<String> BANNED =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "Dto", "DTO", "Bean");

    @Test
    void r14SuffixesSayTheLeaf() {
        assertThat(SylionClasses.topLevel()
                        .filter(type -> !isPlatform(type))
                        .filter(type -> LEAF_OF_SUFFIX.entrySet().stream()
                                .anyMatch(rule -> type.getSimpleName().endsWith(rule.getKey())
                                        && !rule.getValue().contains(leaf(type))))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    @Test
    void r14ServicesAndRepositoriesAreCalledSo() {
        assertThat(SylionClasses.topLevel()
                        .filter(type -> leaf(type).equals("message") && !isPlatform(type))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.matches(".*(Consumer|Sender|Queues)")))
                .as("types of a message leaf")
                .isEmpty();
    }

    @Test
    void r14BannedSuffixes() {
        assertThat(SylionClasses.topLevel()
                        .filter(type -> BANNED.stream().anyMatch(type.getSimpleName()::endsWith))
                        .map(JavaClass::getName))
                .isEmpty();
        assertThat(ALL.stream()
                        .filter(type -> type.getSimpleName().startsWith("Abstract")
                                && type.getSubclasses().size() < 2)
                        .map(JavaClass::getName))
                .as("abstract classes without two subclasses")
                .isEmpty();
    }

    @Test
    void r14SimpleNamesAreUnique() throws IOException {
        Map<String, List<Path>> byName;
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            byName = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(NamingTest::sources)
                    .collect(
                            Collectors.groupingBy(source -> source.getFileName().toString()));
        }
        assertThat(byName.values())
                .isNotEmpty()
                .allSatisfy(same -> assertThat(same).hasSize(1));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
