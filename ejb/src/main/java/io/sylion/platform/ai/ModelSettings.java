package io.sylion.platform.ai;

import io.sylion.platform.ai.ModelFailure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which model to ask and how, from {@code sylion.ai.*} for answers, {@code sylion.ai.embedding.*} for vectors and {@code
 * sylion.ai.search.*} for a managed search. What the others leave out, except provider and model, they take from the first.
 *
 * @param provider {@code local}, {@code vertex} or {@code openai}
 * @param model its name there
 * @param baseAddress of the server, null for the provider's own
 * @param credentialsFile a Google service account's key, null for the machine's own identity
 * @param apiKey of an OpenAI-compatible server, null for none
 * @param dimension length of vectors to ask for; 0 for answers
 * @param timeLimit of one call
 * @param concurrency most calls at the same time
 */
public record ModelSettings(
        String provider,
        String model,
        String project,
        String location,
        String baseAddress,
        Path credentialsFile,
        String apiKey,
        int dimension,
        Duration timeLimit,
        int concurrency) {
    private static final String CHAT = "sylion.ai.";
    private static final String EMBEDDING = "sylion.ai.embedding.";
    private static final String SEARCH = "sylion.ai.search.";

    public static ModelSettings chat(Config config) {
        String provider = text(config, CHAT + "provider").orElse("local");
        String usual = switch (provider) {
            case "local" -> "extract-1";
            case "vertex" -> "gemini-3.5-flash";
            default -> null;
        };
        return read(config, CHAT, provider, usual, 0, either(config, CHAT, "base-url"));
    }

    public static ModelSettings embedding(Config config) {
        String provider = text(config, EMBEDDING + "provider").orElse("local");
        String usual = switch (provider) {
            case "local" -> "all-minilm-l6-v2-q";
            case "vertex" -> "gemini-embedding-001";
            default -> null;
        };
        return read(
                config,
                EMBEDDING,
                provider,
                usual,
                provider.equals("local") ? 384 : 768,
                either(config, EMBEDDING, "base-url"));
    }

    /** Project and location come with each question; the address is never that of the models: it is another service. */
    public static ModelSettings search(Config config) {
        return read(config, SEARCH, "vertex", "default_search", 0, text(config, SEARCH + "base-url"));
    }

    /** Whether a stand-in on this machine is asked: a plain http address, to which no real credentials go. */
    public boolean isStandIn() {
        return baseAddress != null && baseAddress.regionMatches(true, 0, "http://", 0, 7);
    }

    private static ModelSettings read(
            Config config, String prefix, String provider, String model, int dimension, Optional<String> baseAddress) {
        return new ModelSettings(
                provider,
                text(config, prefix + "model")
                        .or(() -> Optional.ofNullable(model))
                        .orElseThrow(() -> missing(prefix + "model")),
                either(config, prefix, "project").orElse(null),
                either(config, prefix, "location").orElse("global"),
                baseAddress.orElse(null),
                either(config, prefix, "credentials-file").map(Path::of).orElse(null),
                either(config, prefix, "api-key").orElse(null),
                dimension == 0
                        ? 0
                        : text(config, prefix + "dimension")
                                .map(Integer::valueOf)
                                .orElse(dimension),
                either(config, prefix, "timeout").map(Duration::parse).orElse(Duration.ofSeconds(20)),
                either(config, prefix, "concurrency").map(Integer::valueOf).orElse(64));
    }

    /** The purpose's own value, else that of the answers. */
    private static Optional<String> either(Config config, String prefix, String key) {
        return text(config, prefix + key).or(() -> text(config, CHAT + key));
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static ModelFailure missing(String key) {
        return new ModelFailure(Kind.MISCONFIGURED, key + " must be set");
    }
}
