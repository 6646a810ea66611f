package io.sylion.platform.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Another system that works for a tenant, with a key of its own. */
public final class ApiClient {
    private final String key;

    private ApiClient(String key) {
        this.key = key;
    }

    /** With a new key of the tenant. */
    public static ApiClient of(DemoChannel channel, String scope) throws Exception {
        String key = "sylion_" + UUID.randomUUID() + UUID.randomUUID();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        Database.update("""
                insert into governance_api_key (id, tenant_id, created_at, name, beginning, digest, scope)
                values (gen_random_uuid(), ?, now(), 'Test', ?, ?, ?)""", channel.tenant(), key.substring(0, 12), digest, scope);
        return new ApiClient(key);
    }

    /** With this key; null for none. */
    public static ApiClient with(String key) {
        return new ApiClient(key);
    }

    /** From now on the key is no longer valid. */
    public void isRevoked() throws Exception {
        Database.update("update governance_api_key set revoked_at = now() where beginning = ?", key.substring(0, 12));
    }

    public Web.Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, null);
    }

    public Web.Answer post(String path, Object body) throws IOException, InterruptedException {
        return call("POST", path, Web.JSON.writeValueAsString(body));
    }

    public Web.Answer call(String method, String path, String body) throws IOException, InterruptedException {
        String address = Installation.address() + "/api/v1" + path;
        return key == null
                ? Web.call(method, address, body)
                : Web.call(method, address, body, "Authorization", "Bearer " + key);
    }

    /** The id of a new base. */
    public String base(String name) throws IOException, InterruptedException {
        return post("/knowledge/bases", Map.of("name", name)).json().path("id").asText();
    }

    /** Waits until all documents of the base are found. */
    public void isIndexed(String base) throws Exception {
        Await.until(
                "all documents indexed",
                () -> get("/knowledge/bases/" + base).json(),
                progress -> progress.path("waiting").asInt() == 0);
    }
}
