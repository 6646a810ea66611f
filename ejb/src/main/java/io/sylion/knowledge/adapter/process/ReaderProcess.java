package io.sylion.knowledge.adapter.process;

import io.sylion.knowledge.api.DocumentReader;
import io.sylion.knowledge.api.ReadDocument;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts the program of the module {@code reader} for one file: a process with little memory and a time limit, and nothing of the
 * server's environment. Java ends it when memory runs out; what takes too long is killed. One at a time, since two cores also answer
 * customers. An archive of its classes, made by the first run, halves the start (0.6 s).
 */
@ApplicationScoped
public class ReaderProcess implements DocumentReader {
    private static final Logger LOG = Logger.getLogger(ReaderProcess.class.getName());
    private static final int REFUSED = 2;
    private static final List<String> JAVA = List.of(
            "-Xmx192m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+AutoCreateSharedArchive",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8");

    @Inject
    @ConfigProperty(name = "sylion.knowledge.reader.folder")
    Optional<String> folder;

    @Inject
    @ConfigProperty(name = "sylion.knowledge.reader.timeout", defaultValue = "PT60S")
    Duration timeLimit;

    private final Semaphore turn = new Semaphore(1, true);

    @Override
    public ReadDocument read(Path file, String name) {
        try {
            turn.acquire();
            try {
                return run(file, name);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a document was read", e);
        } catch (IOException e) {
            throw new IllegalStateException("the reader of documents does not work", e);
        }
    }

    private ReadDocument run(Path file, String name) throws IOException, InterruptedException {
        Path workplace = Files.createTempDirectory("sylion-reader-");
        Path text = workplace.resolve("text");
        Path said = workplace.resolve("said");
        try {
            Process process = start(file, name, text, said);
            try {
                if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new UnreadableDocument(DocumentProblem.TOO_DEMANDING);
                }
            } finally {
                // also when the server ends while it waits
                process.destroyForcibly().onExit().join();
            }
            return outcome(process.exitValue(), values(said), text);
        } finally {
            Files.deleteIfExists(text);
            Files.deleteIfExists(said);
            Files.deleteIfExists(workplace);
        }
    }

    private Process start(Path file, String name, Path text, Path said) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JAVA);
        command.add("-XX:SharedArchiveFile=" + archive());
        command.addAll(List.of(
                "-cp",
                folder.orElse(System.getProperty("jboss.home.dir") + "/reader") + "/*",
                "io.sylion.reader.ReaderProgram"));
        command.addAll(List.of(file.toString(), name, text.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(text.getParent().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(said.toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Beside the server's temporary files, of the user that runs it. */
    private static Path archive() {
        return Path.of(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")))
                .resolve("sylion-reader.jsa");
    }

    private static ReadDocument outcome(int exit, Map<String, String> said, Path text) throws IOException {
        if (exit == REFUSED && said.containsKey("problem")) {
            throw new UnreadableDocument(DocumentProblem.valueOf(said.get("problem")));
        }
        if (exit != 0) {
            LOG.warning(() -> "the reader of documents ended with " + exit);
            throw new UnreadableDocument(DocumentProblem.TOO_DEMANDING);
        }
        return new ReadDocument(
                said.getOrDefault("title", ""),
                said.getOrDefault("type", "text/plain"),
                Integer.parseInt(said.getOrDefault("pages", "0")),
                Files.readString(text));
    }

    private static Map<String, String> values(Path said) throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, second) -> second));
    }
}
