package io.sylion.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the web module as it stands in the sources, so that a new one is found by itself.
 *
 * @param parameters names of its view parameters
 * @param isPart whether a page fetches it to renew a part of itself
 */
public record SourcePage(String path, List<String> parameters, boolean isPart) {
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
            String source = Files.readString(file);
            List<String> parameters = PARAMETER
                    .matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            return new SourcePage("/" + root.relativize(file), parameters, !source.contains("template=\"/WEB-INF/"));
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
