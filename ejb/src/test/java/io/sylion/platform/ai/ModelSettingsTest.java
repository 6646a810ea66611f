package io.sylion.platform.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {
    @Test
    void theModelOfTodayIsAskedAsConfigured() {
        Config config = config(Map.of("sylion.ai.embedding.provider", "vertex", "sylion.ai.project", "shop"));
        assertThat(ModelSettings.embedding(config, "vertex", "gemini-embedding-001", 768))
                .isEqualTo(ModelSettings.embedding(config));
    }

    @Test
    void aFormerModelOfTheSameProviderIsAskedAtTheSamePlace() {
        Config config = config(Map.of(
                "sylion.ai.embedding.provider", "openai",
                "sylion.ai.embedding.model", "new",
                "sylion.ai.embedding.base-url", "https://models.example",
                "sylion.ai.embedding.api-key", "secret"));
        ModelSettings former = ModelSettings.embedding(config, "openai", "old", 512);
        assertThat(former.model()).isEqualTo("old");
        assertThat(former.dimension()).isEqualTo(512);
        assertThat(former.baseAddress()).isEqualTo("https://models.example");
        assertThat(former.apiKey()).isEqualTo("secret");
    }

    @Test
    void nobodysKeyIsSentToAnother() {
        Config config = config(Map.of(
                "sylion.ai.provider", "vertex",
                "sylion.ai.project", "shop",
                "sylion.ai.embedding.provider", "local",
                "sylion.ai.api-key", "of vertex",
                "sylion.ai.embedding.base-url", "https://elsewhere.example"));
        ModelSettings openai = ModelSettings.embedding(config, "openai", "old", 512);
        assertThat(openai.apiKey()).isNull();
        assertThat(openai.baseAddress()).isNull();
        ModelSettings vertex = ModelSettings.embedding(config, "vertex", "old", 512);
        assertThat(vertex.project()).as("the provider of the answers").isEqualTo("shop");
        assertThat(vertex.baseAddress()).isNull();
    }

    @Test
    void whatIsSaidOfFormerModelsComesFirst() {
        Config config = config(Map.of(
                "sylion.ai.embedding.provider", "openai",
                "sylion.ai.embedding.model", "new",
                "sylion.ai.embedding.base-url", "https://new.example",
                "sylion.ai.embedding.former.base-url", "https://old.example"));
        assertThat(ModelSettings.embedding(config, "openai", "old", 512).baseAddress())
                .isEqualTo("https://old.example");
        assertThat(ModelSettings.embedding(config).baseAddress()).isEqualTo("https://new.example");
    }

    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> Optional.ofNullable(values.get(arguments[0])));
    }
}
