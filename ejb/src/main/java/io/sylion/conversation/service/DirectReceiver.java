package io.sylion.conversation.service;

import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.contact.service.ContactService;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.api.InboundFacts;
import io.sylion.conversation.api.InboundJudge;
import io.sylion.conversation.api.InboundRuling;
import io.sylion.conversation.api.InboundVerdict;
import io.sylion.conversation.api.ReplyTerms;
import io.sylion.conversation.domain.Arrival;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationStatements;
import io.sylion.conversation.domain.ConversationStatements.Sender;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageAuthor;
import io.sylion.conversation.domain.MessageStatements;
import io.sylion.governance.api.Permit;
import io.sylion.platform.log.LogFields;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.persistence.Pipeline;
import io.sylion.platform.persistence.TenantDatabase;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes in what nearly every event is, a message in words, in three round trips to the
 * database: find, write, commit. Whatever asks for more is left to {@link MessageReceiver}, with nothing done.
 */
@ApplicationScoped
@Permit(Role.OWNER)
public class DirectReceiver {
    @Inject
    TenantDatabase database;

    @Inject
    InboundJudge judge;

    @Inject
    ReplyTerms terms;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    private record Stored(Message message, InboundVerdict verdict) {}

    /** What is known before the event is looked at. */
    private record Grounds(Duration delay, InboundRuling ruling) {}

    /** Tells whether the event is dealt with: applied, now or before. */
    public boolean receive(InboundEvent event) {
        if (!isPlain(event)) {
            return false;
        }
        // before the transaction: they may ask the database themselves
        Grounds grounds = new Grounds(terms.delay(event.channelId()).orElse(null), judge.prepare());
        Optional<Stored> stored = database.transact(pipeline -> receive(pipeline, event, grounds));
        stored.ifPresent(this::tell);
        return stored.isPresent();
    }

    private static boolean isPlain(InboundEvent event) {
        return event.kind() == InboundKind.MESSAGE
                && event.providerMessageId() != null
                && event.party() != null
                && event.content().media() == null;
    }

    /** Empty when nothing was done: a repeat, too, is the ordinary way's to recognise. */
    private Optional<Stored> receive(Pipeline pipeline, InboundEvent event, Grounds grounds) throws SQLException {
        Sender sender = new Sender(event.party().bsuid(), event.party().phone());
        pipeline.send(List.of(
                ConversationStatements.arrive(
                        event.channelId(),
                        event.key(),
                        event.receivedAt(),
                        sender,
                        event.providerMessageId(),
                        event.replyTo()),
                ControlService.allowing(event.channelId())));
        Arrival arrival = pipeline.row(row -> ConversationStatements.arrival(row, sender));
        boolean allowed = pipeline.row(ControlService::allowed);
        boolean plain = arrival.fresh() && !arrival.parked() && (arrival.stranger() || arrival.contactId() != null);
        Optional<Stored> stored = plain ? store(pipeline, event, arrival, allowed, grounds) : Optional.empty();
        if (stored.isEmpty()) {
            pipeline.abandon();
        }
        return stored;
    }

    private Optional<Stored> store(
            Pipeline pipeline, InboundEvent event, Arrival arrival, boolean allowed, Grounds grounds)
            throws SQLException {
        Instant now = clock.instant();
        List<BoundSql> writes = new ArrayList<>();
        UUID contactId = arrival.contactId();
        if (arrival.stranger()) {
            contactId = Ids.next();
            writes.addAll(ContactService.adding(contactId, event.party(), now));
        }
        boolean known = arrival.conversation() != null;
        Conversation conversation =
                known ? arrival.conversation() : new Conversation(now, event.channelId(), contactId);
        Message message = message(event, conversation, arrival.quotedId(), now);
        Optional<InboundVerdict> judged =
                grounds.ruling().judge(facts(message, conversation, allowed, grounds.delay()));
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        InboundVerdict verdict = judged.get();
        conversation.receive(message);
        conversation.triaged(verdict.triage(), verdict.rule(), verdict.confidence());
        if (verdict.replyAfter() != null) {
            conversation.oweReply(message.id(), now.plus(verdict.replyAfter()));
        }
        writes.add(known ? ConversationStatements.update(conversation) : ConversationStatements.open(conversation));
        writes.add(MessageStatements.tie(event.channelId(), event.providerMessageId(), message.id()));
        writes.add(MessageStatements.insert(message));
        writes.add(verdict.record());
        return allWritten(pipeline, writes) ? Optional.of(new Stored(message, verdict)) : Optional.empty();
    }

    /** Each statement adds or changes one row; otherwise somebody was faster. */
    private static boolean allWritten(Pipeline pipeline, List<BoundSql> writes) throws SQLException {
        pipeline.send(writes);
        boolean all = true;
        for (int i = 0; i < writes.size(); i++) {
            all &= pipeline.changed() == 1;
        }
        return all;
    }

    private static Message message(InboundEvent event, Conversation conversation, UUID quoted, Instant now) {
        InboundContent content = event.content();
        return Message.inbound(
                now,
                conversation,
                MessageAuthor.CUSTOMER,
                content.type(),
                content.text(),
                content.detail() == null ? null : content.detail().toString(),
                event.occurredAt(),
                event.providerMessageId(),
                quoted);
    }

    private static InboundFacts facts(Message message, Conversation conversation, boolean allowed, Duration delay) {
        return new InboundFacts(
                conversation.id(),
                message.id(),
                message.channelId(),
                message.type(),
                message.body(),
                conversation.handler(),
                allowed,
                delay,
                message.createdAt());
    }

    private void tell(Stored stored) {
        Message message = stored.message();
        LogFields.conversation(message.conversationId());
        LogFields.message(message.id());
        if (stored.verdict().replyAfter() != null) {
            events.due(
                    message.channelId(),
                    message.conversationId(),
                    message.id(),
                    stored.verdict().replyAfter().toMillis());
        }
        events.changed(message.conversationId());
    }
}
