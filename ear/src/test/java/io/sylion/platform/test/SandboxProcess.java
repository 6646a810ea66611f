package io.sylion.platform.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The providers in a process of their own: they live on while the application's server is killed. */
public final class SandboxProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Sandbox on (http://\\S+)/,");

    private final Process process;
    private final String address;

    private SandboxProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    public static SandboxProcess start() throws IOException {
        Process process = new ProcessBuilder(java(
                        "io.sylion.sandbox.SandboxServer", "--port", "0", "--application-url", Installation.address()))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher said = ADDRESS.matcher(line);
            if (said.find()) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(rest -> {}));
                return new SandboxProcess(process, said.group(1));
            }
        }
        throw new IllegalStateException("the sandbox did not start");
    }

    /** Its address, without a slash at the end. */
    public String address() {
        return address;
    }

    /** Runs one of the sandbox's programs; what it says goes to this test's output. Returns its exit code. */
    public static int run(String program, String... flags) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java(program, flags))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException(program + " does not end");
        }
        return process.exitValue();
    }

    private static List<String> java(String program, String... flags) {
        Path target = Installation.root().resolve("sandbox/target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                target.resolve("classes") + java.io.File.pathSeparator + target.resolve("sandbox-lib") + "/*",
                program));
        command.addAll(List.of(flags));
        return command;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
