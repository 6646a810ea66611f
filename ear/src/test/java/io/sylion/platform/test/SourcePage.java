package io.sylion.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the web module as it stands in the sources, so that a new one is found by itself.
 *
 * @param parameters names of its view parameters
 */
public record SourcePage(String path, List<String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("<f:viewParam\\s+name=\"(\\w+)\"");

    public static List<SourcePage> all() throws IOException {
        Path root = Path.of(System.getProperty("sylion.root", "..")).resolve("web/src/main/webapp");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(file -> !root.relativize(file).startsWith("WEB-INF"))
                    .filter(file -> !root.relativize(file).startsWith("resources"))
                    .sorted()
                    .map(file -> read(root, file))
                    .toList();
        }
    }

    private static SourcePage read(Path root, Path file) {
        try {
            return new SourcePage(
                    "/" + root.relativize(file),
                    PARAMETER
                            .matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .map(found -> found.replaceAll(".*name=\"(\\w+)\"", "$1"))
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isForOperators() {
        return path.startsWith("/operations/");
    }

    /** Open to everybody. */
    public boolean isTheDoor() {
        return path.equals("/sign-in.xhtml");
    }
}
