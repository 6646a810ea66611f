package io.sylion.platform.ai;

import io.sylion.platform.ai.ModelFailure.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Which model to ask and how, from {@code sylion.ai.*} for answers, {@code sylion.ai.embedding.*} for vectors and {@code
 * sylion.ai.search.*} for a managed search. What the others leave out, except provider and model, they take from the first. How a
 * former embedding model is asked stands in {@code sylion.ai.embedding.former.*}, or is what holds for its provider in the other two.
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
    private static final String FORMER = "sylion.ai.embedding.former.";
    private static final String SEARCH = "sylion.ai.search.";

    public static ModelSettings chat(Config config) {
        String provider = chatProvider(config);
        String usual = switch (provider) {
            case "local" -> "extract-1";
            case "vertex" -> "gemini-3.5-flash";
            default -> null;
        };
        return read(config, List.of(CHAT), provider, model(config, CHAT, usual), 0);
    }

    public static ModelSettings embedding(Config config) {
        String provider = text(config, EMBEDDING + "provider").orElse("local");
        String usual = switch (provider) {
            case "local" -> "all-minilm-l6-v2-q";
            case "vertex" -> "gemini-embedding-001";
            default -> null;
        };
        int dimension = text(config, EMBEDDING + "dimension")
                .map(Integer::valueOf)
                .orElse(provider.equals("local") ? 384 : 768);
        return read(config, List.of(EMBEDDING, CHAT), provider, model(config, EMBEDDING, usual), dimension);
    }

    /** Of the embedding model of this name, be it the one of today or a former one. Nobody's key or address is used for another. */
    public static ModelSettings embedding(Config config, String provider, String model, int dimension) {
        ModelSettings today = embedding(config);
        if (provider.equals(today.provider()) && model.equals(today.model()) && dimension == today.dimension()) {
            return today;
        }
        List<String> prefixes = new ArrayList<>(List.of(FORMER));
        if (provider.equals(today.provider())) {
            prefixes.addAll(List.of(EMBEDDING, CHAT));
        } else if (provider.equals(chatProvider(config))) {
            prefixes.add(CHAT);
        }
        return read(config, prefixes, provider, model, dimension);
    }

    /** Project and location come with each question; the address is never that of the models: it is another service. */
    public static ModelSettings search(Config config) {
        return read(config, List.of(SEARCH, CHAT), "vertex", model(config, SEARCH, "default_search"), 0)
                .at(text(config, SEARCH + "base-url").orElse(null));
    }

    private ModelSettings at(String address) {
        return new ModelSettings(
                provider,
                model,
                project,
                location,
                address,
                credentialsFile,
                apiKey,
                dimension,
                timeLimit,
                concurrency);
    }

    /** Whether a stand-in on this machine is asked: a plain http address, to which no real credentials go. */
    public boolean isStandIn() {
        return baseAddress != null && baseAddress.regionMatches(true, 0, "http://", 0, 7);
    }

    private static String chatProvider(Config config) {
        return text(config, CHAT + "provider").orElse("local");
    }

    private static String model(Config config, String prefix, String usual) {
        return text(config, prefix + "model")
                .or(() -> Optional.ofNullable(usual))
                .orElseThrow(() -> missing(prefix + "model"));
    }

    private static ModelSettings read(
            Config config, List<String> prefixes, String provider, String model, int dimension) {
        return new ModelSettings(
                provider,
                model,
                first(config, prefixes, "project").orElse(null),
                first(config, prefixes, "location").orElse("global"),
                first(config, prefixes, "base-url").orElse(null),
                first(config, prefixes, "credentials-file").map(Path::of).orElse(null),
                first(config, prefixes, "api-key").orElse(null),
                dimension,
                first(config, prefixes, "timeout").map(Duration::parse).orElse(Duration.ofSeconds(20)),
                first(config, prefixes, "concurrency").map(Integer::valueOf).orElse(64));
    }

    private static Optional<String> first(Config config, List<String> prefixes, String key) {
        return prefixes.stream()
                .map(prefix -> text(config, prefix + key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static ModelFailure missing(String key) {
        return new ModelFailure(Kind.MISCONFIGURED, key + " must be set");
    }
}
