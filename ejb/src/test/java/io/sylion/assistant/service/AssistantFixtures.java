package io.sylion.assistant.service;

import io.sylion.assistant.domain.AssistantProfile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Assistants for tests. */
final class AssistantFixtures {
    static final String PERSONA = "Tu es Lumi, de la boutique https://maison-lumiere.example.";

    private AssistantFixtures() {}

    static AssistantProfile assistant(UUID... bases) {
        return new AssistantProfile(
                new UUID(0, 9),
                "Lumi",
                PERSONA,
                "fr",
                null,
                new BigDecimal("0.2"),
                new BigDecimal("0.3"),
                Duration.ZERO,
                "Je transmets.",
                "Je ne sais pas.",
                null,
                null,
                null,
                List.of(bases));
    }
}
