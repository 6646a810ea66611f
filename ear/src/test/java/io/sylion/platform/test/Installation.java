package io.sylion.platform.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The one running installation that all tests share, as its environment describes it; see {@code ./sylion env}. */
public final class Installation {
    private Installation() {}

    /** Address of the application, without a slash at the end. */
    public static String address() {
        return environment("SYLION_BASE_URL");
    }

    /** Address of health and metrics. */
    public static String managementAddress() {
        return environment("SYLION_MANAGEMENT_URL");
    }

    public static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: eval \"$(./sylion env)\"");
        }
        return value;
    }

    /** The folder of the sources. */
    public static Path root() {
        return Path.of(System.getProperty("sylion.root", "..")).toAbsolutePath().normalize();
    }

    /** Runs {@code ./sylion} with these words and waits for its end. */
    public static void sylion(String... words) throws IOException, InterruptedException {
        Path root = root();
        String[] command = new String[words.length + 1];
        command[0] = root.resolve("sylion").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
    }
}
