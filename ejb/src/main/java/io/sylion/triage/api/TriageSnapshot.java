package io.sylion.triage.api;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.Handler;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What was known when a message was triaged; kept with the decision, without the message's text.
 *
 * @param ruleSet version of the tenant's rules, 0 when it has none
 * @param ruleName the rule that decided, as it was called then; null when none of the tenant's did
 * @param found its keywords and patterns that were found
 * @param minimum the confidence that it asked for
 * @param exampleId the ignore example that the message is most like; null when it is like none
 */
public record TriageSnapshot(
        boolean controlActive,
        Handler handler,
        MessageType type,
        UUID channelId,
        int ruleSet,
        String ruleName,
        List<String> found,
        BigDecimal minimum,
        UUID exampleId,
        BigDecimal similarity) {}
