package io.sylion.triage.service;

import io.sylion.conversation.domain.MessageDetails;
import io.sylion.conversation.service.ConversationService;
import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import io.sylion.triage.api.ExampleOutcome;
import io.sylion.triage.api.RulesChanged;
import io.sylion.triage.domain.ExampleRepository;
import io.sylion.triage.domain.IgnoreExample;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The messages that need no answer, by example. A change holds for the next message on every node. */
@Stateless
@Permit(Role.VIEWER)
public class ExampleService {
    static final int MOST = 200;

    /** Longer messages are rarely alike, and comparing them would cost every message. */
    private static final int LONGEST = 300;

    private static final String ADDED = "add-ignore-example";
    private static final String REMOVED = "remove-ignore-example";

    @Inject
    ExampleRepository examples;

    @Inject
    ConversationService conversations;

    @Inject
    AuditService audit;

    @Inject
    Event<RulesChanged> changed;

    @Inject
    Clock clock;

    /** The newest first. */
    public List<IgnoreExample> all() {
        return examples.all(MOST);
    }

    @Permit(Role.MANAGER)
    public ExampleOutcome add(String text) {
        String words = text == null ? "" : CleanText.of(text, LONGEST + 1).strip();
        if (words.isEmpty()) {
            return ExampleOutcome.NOTHING_SAID;
        }
        if (words.length() > LONGEST) {
            return ExampleOutcome.TOO_LONG;
        }
        if (examples.count() >= MOST) {
            return ExampleOutcome.TOO_MANY;
        }
        Instant now = clock.instant();
        UUID id = Ids.next();
        TenantScope scope = TenantScope.current();
        if (!examples.add(id, words, Likeness.key(words), scope.actor().name(), now)) {
            return ExampleOutcome.KNOWN;
        }
        audit.record(ADDED, id, null, null);
        changed.fire(new RulesChanged(scope.tenantId()));
        return ExampleOutcome.ADDED;
    }

    /**
     * Messages like this one get no answer from now on.
     *
     * @throws io.sylion.conversation.api.ConversationNotFound when the bound tenant has no such message
     */
    @Permit(Role.MANAGER)
    public ExampleOutcome addMessage(UUID messageId) {
        MessageDetails message = conversations.message(messageId);
        return message.isInbound() && !message.revoked() ? add(message.body()) : ExampleOutcome.NOTHING_SAID;
    }

    @Permit(Role.MANAGER)
    public void remove(UUID exampleId) {
        if (examples.remove(exampleId)) {
            audit.record(REMOVED, exampleId, null, null);
            changed.fire(new RulesChanged(TenantScope.current().tenantId()));
        }
    }
}
