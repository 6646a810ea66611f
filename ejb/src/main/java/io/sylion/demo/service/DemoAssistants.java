package io.sylion.demo.service;

import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.assistant.service.AssistantService;
import io.sylion.channel.api.ConnectChannel;
import io.sylion.channel.service.ChannelService;
import io.sylion.knowledge.api.AddDocument;
import io.sylion.knowledge.domain.KnowledgeBaseSummary;
import io.sylion.knowledge.service.DocumentService;
import io.sylion.knowledge.service.KnowledgeBaseService;
import io.sylion.usage.service.PlanService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Gives a demo tenant its plan, knowledge, assistant and numbers, through the same doors as a manager's. */
@ApplicationScoped
class DemoAssistants {
    @Inject
    PlanService plans;

    @Inject
    ChannelService channels;

    @Inject
    AssistantService assistants;

    @Inject
    KnowledgeBaseService bases;

    @Inject
    DocumentService documents;

    /** Makes what is missing and gives what is there what the demo says now. */
    void make(DemoAssistant demo, List<ConnectChannel> numbers) {
        plans.assign("BUSINESS");
        List<UUID> known = demo.documents().isEmpty() ? List.of() : List.of(base(demo));
        List<UUID> connected = numbers.stream()
                .map(number -> channels.renew(number).orElseGet(() -> channels.connect(number)))
                .toList();
        UUID assistant = connected.stream()
                .flatMap(channel -> assistants.answering(channel).stream())
                .map(AssistantProfile::id)
                .findFirst()
                .orElse(null);
        if (assistant == null) {
            assistant = assistants.create(profile(null, demo, known));
        } else {
            assistants.change(profile(assistant, demo, known));
        }
        for (UUID channel : connected) {
            assistants.bind(channel, assistant);
        }
    }

    private UUID base(DemoAssistant demo) {
        UUID base = bases.bases().stream()
                .filter(known -> known.name().equals(demo.baseName()))
                .map(KnowledgeBaseSummary::id)
                .findFirst()
                .orElseGet(() -> bases.createBase(demo.baseName()));
        demo.documents().forEach(name -> addDocument(base, name));
        return base;
    }

    private static AssistantProfile profile(UUID id, DemoAssistant demo, List<UUID> known) {
        return new AssistantProfile(
                id,
                demo.name(),
                demo.persona(),
                "fr",
                null,
                new BigDecimal("0.2"),
                new BigDecimal("0.3"),
                demo.batchingDelay(),
                "Je transmets votre demande à un membre de l’équipe, qui vous répond dès que possible.",
                "Je n’ai pas la réponse à cette question. Je la transmets à l’équipe, qui revient vers vous.",
                null,
                null,
                null,
                known);
    }

    private void addDocument(UUID base, String name) {
        String text = read(name);
        String title = text.lines().findFirst().orElse(name).replaceFirst("^#+\\s*", "");
        documents.addText(new AddDocument(base, title, name, "text/markdown", text));
    }

    private static String read(String name) {
        try (InputStream in = DemoAssistants.class.getResourceAsStream("/io/sylion/demo/" + name + ".md")) {
            if (in == null) {
                throw new IllegalStateException("no demo document " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
