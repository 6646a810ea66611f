package io.sylion.assistant.service;

import io.sylion.assistant.api.AssistantChanged;
import io.sylion.assistant.domain.AssistantProfile;
import io.sylion.assistant.domain.AssistantRepository;
import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.BaseInUse;
import io.sylion.knowledge.api.BaseRemovalAsked;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes assistants and gives them their channels. */
@Stateless
@Permit(Role.MANAGER)
public class AssistantService {
    @Inject
    AssistantRepository assistants;

    @Inject
    Event<AssistantChanged> changed;

    @Inject
    Clock clock;

    /** Makes an assistant; the profile's own id is not used. */
    public UUID create(AssistantProfile profile) {
        return assistants.add(profile, clock.instant());
    }

    /** Who answers on this channel. */
    @Permit(Role.VIEWER)
    public Optional<AssistantProfile> answering(UUID channelId) {
        return assistants.boundTo(channelId);
    }

    /** Gives the assistant of the profile's id the rest of the profile. */
    public void change(AssistantProfile profile) {
        assistants.change(profile);
        tell();
    }

    /** The assistant answers on this channel from now on. */
    public void bind(UUID channelId, UUID assistantId) {
        assistants.bind(channelId, assistantId);
        tell();
    }

    /** Names of the assistants that answer from a base. */
    @Permit(Role.VIEWER)
    public List<String> answeringFrom(UUID baseId) {
        return assistants.answeringFrom(baseId);
    }

    /** Keeps a base that an assistant answers from: without it the assistant would answer from its persona alone. */
    public void keep(@Observes BaseRemovalAsked asked) {
        List<String> users = assistants.answeringFrom(asked.baseId());
        if (!users.isEmpty()) {
            throw new BaseInUse(users);
        }
    }

    private void tell() {
        changed.fire(new AssistantChanged(TenantScope.current().tenantId()));
    }
}
