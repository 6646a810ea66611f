package io.sylion.governance.service;

import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/** Keeps the failed sign-ins in the database, so that a restart or a second node forgets none. */
@ApplicationScoped
class SignInThrottle {
    @Inject
    OperatorDatabase database;

    @Inject
    Clock clock;

    /** Where a key stands after an attempt, and whether the password may be looked at. */
    record Attempt(Throttle throttle, boolean allowed) {}

    /** Counts an attempt; while a pause lasts none is counted or allowed. */
    Attempt attempt(String key, int tries) {
        String hash = hash(key);
        while (true) {
            Instant now = clock.instant();
            database.update(
                    "insert into governance_sign_in (key, failures, last_failure_at) values (?, 0, ?) on conflict do nothing",
                    hash,
                    now);
            Throttle before = find(hash);
            if (before == null) {
                continue;
            }
            if (before.isPaused(now)) {
                return new Attempt(before, false);
            }
            Throttle after = before.attempt(now, tries);
            int changed = database.update(
                    "update governance_sign_in set failures = ?, last_failure_at = ?, paused_until = cast(? as timestamptz)"
                            + " where key = ? and failures = ? and last_failure_at = ?",
                    after.failures(),
                    after.lastFailureAt(),
                    after.pausedUntil(),
                    hash,
                    before.failures(),
                    before.lastFailureAt());
            if (changed == 1) {
                return new Attempt(after, true);
            }
        }
    }

    void forget(String key) {
        database.update("delete from governance_sign_in where key = ?", hash(key));
    }

    /** Takes one attempt back: it was no failure. */
    void takeBack(String key) {
        database.update(
                "update governance_sign_in set failures = failures - 1, paused_until = null where key = ? and failures > 0",
                hash(key));
    }

    private Throttle find(String hash) {
        return database
                .list(
                        "select failures, last_failure_at, paused_until from governance_sign_in where key = ?",
                        SignInThrottle::read,
                        hash)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static Throttle read(ResultSet row) throws SQLException {
        OffsetDateTime pausedUntil = row.getObject(3, OffsetDateTime.class);
        return new Throttle(
                row.getInt(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                pausedUntil == null ? null : pausedUntil.toInstant());
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
