package io.sylion.conversation.service;

import io.sylion.channel.api.ChannelAccount;
import io.sylion.channel.api.OutboundContent;
import io.sylion.control.service.ControlService;
import io.sylion.conversation.api.AutomaticReply;
import io.sylion.conversation.domain.Conversation;
import io.sylion.conversation.domain.ConversationStatements;
import io.sylion.conversation.domain.Message;
import io.sylion.conversation.domain.MessageStatements;
import io.sylion.conversation.domain.Triage;
import io.sylion.governance.api.Permit;
import io.sylion.platform.persistence.BoundSql;
import io.sylion.platform.persistence.Pipeline;
import io.sylion.platform.persistence.TenantDatabase;
import io.sylion.tenant.domain.Role;
import io.sylion.usage.domain.QuotaMetric;
import io.sylion.usage.service.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The send of nearly every answer: written and claimed in one transaction, accepted in another, two round trips each. Whatever asks
 * for more is left to {@link OutboundService} and {@link SendSteps}, with nothing done.
 */
@ApplicationScoped
@Permit(Role.OWNER)
public class DirectSend {
    @Inject
    TenantDatabase database;

    @Inject
    ConversationEvents events;

    @Inject
    Clock clock;

    /**
     * What became of a send that the provider accepted.
     *
     * @param waiting whether another message of the conversation waits to leave
     */
    record Accepted(boolean waiting) {}

    /**
     * Writes an assistant's answer and claims it, if the conversation is still as it was when the reply was planned, AI control is
     * on, nothing else is under way and the quota holds; empty otherwise. Here stands the last check of AI control.
     *
     * @param companions statements about the answer (its id, the time) that stand or fall with it
     * @param share counts the answer, as {@link QuotaService#using}
     */
    public Optional<OutgoingMessage> answer(
            OwedReply owed,
            ChannelAccount account,
            AutomaticReply answer,
            BigDecimal confidence,
            BiFunction<UUID, Instant, List<BoundSql>> companions,
            BoundSql share) {
        Instant now = clock.instant();
        Conversation conversation = owed.conversation();
        if (!conversation.isWindowOpen(now) || conversation.sendDueAt() != null) {
            return Optional.empty();
        }
        Message message = Message.byAssistant(
                now, conversation, answer.assistantName(), answer.text(), answer.answersId(), answer.decisionId());
        message.claim(now);
        conversation.write(message);
        conversation.replySettled();
        conversation.triaged(Triage.AUTO_REPLY, "answered", confidence);
        boolean written = database.transact(
                pipeline -> write(pipeline, conversation, message, companions.apply(message.id(), now), share));
        if (!written) {
            return Optional.empty();
        }
        events.changed(conversation.id());
        return Optional.of(new OutgoingMessage(
                conversation.id(), account, content(owed, message), message.attempts(), answer.answersId()));
    }

    private static boolean write(
            Pipeline pipeline, Conversation conversation, Message message, List<BoundSql> companions, BoundSql share)
            throws SQLException {
        List<BoundSql> all = new ArrayList<>();
        all.add(ConversationStatements.update(conversation));
        all.add(ControlService.allowing(conversation.channelId()));
        all.add(MessageStatements.underWay(conversation.id(), message.createdAt()));
        all.add(MessageStatements.insert(message));
        all.addAll(companions);
        all.add(share);
        all.add(QuotaService.using(
                QuotaMetric.OUTBOUND_MESSAGES, 1, SendGate.reference(message.id()), message.createdAt()));
        pipeline.send(all);
        boolean unchanged = pipeline.changed() == 1;
        boolean allowed = pipeline.row(ControlService::allowed);
        boolean underWay = pipeline.row(MessageStatements::underWay);
        pipeline.skip(1 + companions.size());
        boolean answerCounted = pipeline.row(QuotaService::used);
        boolean messageCounted = pipeline.row(QuotaService::used);
        boolean written = unchanged && allowed && !underWay && answerCounted && messageCounted;
        if (!written) {
            pipeline.abandon();
        }
        return written;
    }

    private static OutboundContent content(OwedReply owed, Message message) {
        return new OutboundContent(
                message.id(),
                owed.phone(),
                owed.bsuid(),
                message.type(),
                message.body(),
                null,
                null,
                owed.providerMessageId());
    }

    /** Notes that the provider took the message; empty when a status was faster or the channel was not well. */
    Optional<Accepted> sent(OutgoingMessage sent, String providerId) {
        if (!sent.account().well()) {
            return Optional.empty();
        }
        UUID channelId = sent.account().channelId();
        Instant now = clock.instant();
        Optional<Accepted> accepted = database.transact(pipeline -> {
            // the conversation first: who queued another message before sees this one under way, or is seen here
            pipeline.send(List.of(
                    ConversationStatements.sendDue(sent.conversationId()),
                    MessageStatements.sent(sent.id(), channelId, providerId, now),
                    MessageStatements.tie(channelId, providerId, sent.id())));
            Instant due = pipeline.row(ConversationStatements::sendDue);
            if (pipeline.changed() != 1) {
                pipeline.abandon();
                return Optional.empty();
            }
            return Optional.of(new Accepted(due != null));
        });
        accepted.ifPresent(noted -> events.changed(sent.conversationId()));
        return accepted;
    }
}
