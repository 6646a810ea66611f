package io.sylion.sandbox.state;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Settings from system properties {@code sylion.sandbox.*} or environment variables {@code SYLION_SANDBOX_*}. Without an
 * application address the application is looked for where this sandbox itself was called.
 */
public final class SandboxSettings {
    private volatile String applicationUrl = read("application-url", "");
    private final boolean fixed = !applicationUrl.isEmpty();
    private final int ledgerCapacity = Integer.parseInt(read("ledger-capacity", "20000"));
    private final int connections = Integer.parseInt(read("connections", "16"));

    private static String read(String name, String otherwise) {
        String property = System.getProperty("sylion.sandbox." + name);
        if (property != null) {
            return property;
        }
        String variable =
                System.getenv("SYLION_SANDBOX_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        return variable == null ? otherwise : variable;
    }

    /** Notes the address under which this sandbox was reached. */
    public void learn(HttpServletRequest request) {
        if (!fixed && applicationUrl.isEmpty()) {
            applicationUrl = "http://127.0.0.1:" + request.getLocalPort();
        }
    }

    public String applicationUrl() {
        return applicationUrl.isEmpty() ? "http://127.0.0.1:8080" : applicationUrl;
    }

    public int ledgerCapacity() {
        return ledgerCapacity;
    }

    public int connections() {
        return connections;
    }
}
