package io.sylion.governance.service;

import io.sylion.governance.api.ApiKeyNotFound;
import io.sylion.governance.api.Permit;
import io.sylion.governance.domain.ApiKey;
import io.sylion.governance.domain.ApiKeyOwner;
import io.sylion.governance.domain.ApiKeyRepository;
import io.sylion.governance.domain.ApiKeySummary;
import io.sylion.governance.domain.ApiScope;
import io.sylion.tenant.domain.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keys of the API: made and revoked by owners, told once, kept as a digest. */
@Stateless
public class ApiKeyService {
    private static final String BEGINNING = "sylion_";
    private static final int BYTES = 32;
    private static final int SHOWN = BEGINNING.length() + 5;
    private static final SecureRandom CHANCE = new SecureRandom();

    /** The last use is written down so often at most. */
    private static final Duration USE_IS_NEWS_AFTER = Duration.ofMinutes(1);

    @Inject
    ApiKeyRepository keys;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** Makes a key and tells it, which happens once. */
    @Permit(Role.OWNER)
    public String create(String name, ApiScope scope) {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        String key = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keep(name, scope, key);
        return key;
    }

    /** Makes this key valid, unless it is known: for installations that get theirs from outside. */
    @Permit(Role.OWNER)
    public void introduce(String name, ApiScope scope, String key) {
        if (keys.ownerOf(digest(key)).isEmpty()) {
            keep(name, scope, key);
        }
    }

    private void keep(String name, ApiScope scope, String key) {
        ApiKey made = new ApiKey(clock.instant(), name, key.substring(0, SHOWN), digest(key), scope);
        keys.add(made);
        audit.record("create-api-key", made.id(), null, Map.of("name", name, "scope", scope.name()));
    }

    /** From now on the key opens nothing. */
    @Permit(Role.OWNER)
    public void revoke(UUID id) {
        ApiKey key = keys.find(id).orElseThrow(() -> ApiKeyNotFound.withId(id));
        if (!key.isRevoked()) {
            key.revoke(clock.instant());
            audit.record("revoke-api-key", id, Map.of("name", key.name()), null);
        }
    }

    @Permit(Role.OWNER)
    public List<ApiKeySummary> keys() {
        return keys.all();
    }

    /** Whose key it is; empty when it is none, or revoked. Asked before there is a tenant. */
    @PermitAll
    public Optional<ApiKeyOwner> ownerOf(String key) {
        return key.startsWith(BEGINNING) ? keys.ownerOf(digest(key)) : Optional.empty();
    }

    /** Notes that the key was used, now and then. */
    @Permit(Role.VIEWER)
    public void used(ApiKeyOwner owner) {
        Instant now = clock.instant();
        Instant since = now.minus(USE_IS_NEWS_AFTER);
        if (owner.lastUsedAt() == null || owner.lastUsedAt().isBefore(since)) {
            keys.used(owner.keyId(), now, since);
        }
    }

    private static String digest(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
