package io.sylion.sandbox.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Members of the staff at the application: reads pages again and again and tells how long they took, or stays signed in with the
 * inbox open until standard input ends.
 */
public final class StaffVisit {
    private static final String USAGE = """
            --base-url URL       application
            --email E            who signs in
            --password P
            --browsers N         stay with N browsers, each with a session, the inbox and the live socket; prints "open"
            --path PATH          or read this page; may be repeated
            --reads N            so often each, default 100, after 20 that are not counted
            --json FILE          times as JSON: p50_ms, p95_ms and bytes of path 1, 2, ...
            """;

    private StaffVisit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> flags = new HashMap<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--path")) {
                paths.add(arguments[i + 1]);
            } else {
                flags.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
            }
        }
        if (!flags.keySet().containsAll(List.of("base-url", "email", "password"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "staff");
            thread.setDaemon(true);
            return thread;
        })) {
            if (paths.isEmpty()) {
                stay(flags, executor);
            } else {
                read(flags, paths, executor);
            }
        }
    }

    private static StaffBrowser enter(Map<String, String> flags, ExecutorService executor)
            throws IOException, InterruptedException {
        StaffBrowser browser = new StaffBrowser(URI.create(flags.get("base-url")), executor);
        browser.signIn(flags.get("email"), flags.get("password"));
        return browser;
    }

    private static void stay(Map<String, String> flags, ExecutorService executor)
            throws IOException, InterruptedException {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(flags.getOrDefault("browsers", "1")); i++) {
            StaffBrowser browser = enter(flags, executor);
            expect(browser.get("/inbox/conversations.xhtml"));
            kept.add(browser);
            kept.add(browser.listen());
        }
        System.out.println("open");
        while (System.in.read() >= 0) {
            // whoever started us ends us
        }
        kept.clear();
        System.exit(0);
    }

    private static void read(Map<String, String> flags, List<String> paths, ExecutorService executor)
            throws IOException, InterruptedException {
        StaffBrowser browser = enter(flags, executor);
        int reads = Integer.parseInt(flags.getOrDefault("reads", "100"));
        ObjectNode json = WireJson.object();
        for (int path = 0; path < paths.size(); path++) {
            for (int i = 0; i < 20; i++) {
                expect(browser.get(paths.get(path)));
            }
            long[] nanos = new long[reads];
            int bytes = 0;
            for (int i = 0; i < reads; i++) {
                long start = System.nanoTime();
                bytes = expect(browser.get(paths.get(path))).body().length();
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            json.put("p50_ms_" + (path + 1), Math.round(nanos[reads / 2] / 1e4) / 100.0);
            json.put("p95_ms_" + (path + 1), Math.round(nanos[reads * 95 / 100] / 1e4) / 100.0);
            json.put("bytes_" + (path + 1), bytes);
        }
        System.out.println(json.toPrettyString());
        if (flags.containsKey("json")) {
            Files.writeString(Path.of(flags.get("json")), json.toPrettyString() + "\n");
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode());
        }
        return answer;
    }
}
