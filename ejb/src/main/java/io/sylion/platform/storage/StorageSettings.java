package io.sylion.platform.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where files are kept, from {@code sylion.storage.*}.
 *
 * @param kind {@code file}, {@code gcs} or {@code s3}
 * @param root the folder of {@code file}
 * @param bucket of {@code gcs} and {@code s3}
 * @param endpoint address of the service, null for the provider's own
 * @param region of {@code s3}
 * @param accessKey and secretKey of {@code s3}; sessionToken is null for keys that do not expire
 * @param credentialsFile a Google service account's key, null for the machine's own identity
 * @param timeLimit of one call
 */
public record StorageSettings(
        String kind,
        Path root,
        String bucket,
        URI endpoint,
        String region,
        String accessKey,
        String secretKey,
        String sessionToken,
        Path credentialsFile,
        Duration timeLimit) {
    private static final String PREFIX = "sylion.storage.";

    public static StorageSettings of(Config config) {
        String kind = text(config, "kind").orElse("file");
        boolean s3 = kind.equals("s3");
        return new StorageSettings(
                kind,
                Path.of(text(config, "root").orElse(".data/objects")),
                kind.equals("file") ? null : needed(config, "bucket"),
                text(config, "endpoint").map(URI::create).orElse(null),
                text(config, "region").orElse("us-east-1"),
                s3 ? needed(config, "access-key") : null,
                s3 ? needed(config, "secret-key") : null,
                text(config, "session-token").orElse(null),
                text(config, "credentials-file").map(Path::of).orElse(null),
                text(config, "timeout").map(Duration::parse).orElse(Duration.ofSeconds(60)));
    }

    private static String needed(Config config, String key) {
        return text(config, key).orElseThrow(() -> new IllegalStateException(PREFIX + key + " must be set"));
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(PREFIX + key, String.class)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
