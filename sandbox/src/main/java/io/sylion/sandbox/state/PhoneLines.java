package io.sylion.sandbox.state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The numbers that the stand-ins know: those of the demo tenants, and what was added. */
public final class PhoneLines {
    private final Map<String, PhoneLine> lines = new ConcurrentSkipListMap<>();
    private final Map<String, PhoneLine> byKey = new ConcurrentHashMap<>();

    public PhoneLines() {
        reset();
    }

    public void reset() {
        lines.clear();
        byKey.clear();
        put(new PhoneLine(
                "555000111",
                "cloud",
                "33180000001",
                "Boutique Lumière",
                "100200301",
                "/hooks/whatsapp/cloud/demo-cloud",
                "demo-app-secret",
                null,
                null,
                null));
        put(new PhoneLine(
                "555000222",
                "360dialog",
                "33180000002",
                "Boutique Lumière",
                "100200302",
                "/hooks/whatsapp/360dialog/demo-360",
                null,
                "demo-360-key",
                "X-Sylion-Token",
                "demo-360-token"));
        put(new PhoneLine(
                "555000333",
                "cloud",
                "33180000003",
                "Atelier Garonne",
                "100200303",
                "/hooks/whatsapp/cloud/demo-cloud",
                "demo-app-secret",
                null,
                null,
                null));
    }

    public void put(PhoneLine line) {
        lines.put(line.id(), line);
        if (line.apiKey() != null) {
            byKey.put(line.apiKey(), line);
        }
    }

    public PhoneLine find(String id) {
        return id == null ? null : lines.get(id);
    }

    public PhoneLine withKey(String apiKey) {
        return apiKey == null ? null : byKey.get(apiKey);
    }

    public PhoneLine ofAccount(String accountId) {
        return lines.values().stream()
                .filter(line -> line.accountId().equals(accountId))
                .findFirst()
                .orElse(null);
    }

    public List<PhoneLine> all() {
        return List.copyOf(lines.values());
    }
}
