package io.sylion.conversation.api;

import io.sylion.conversation.domain.Triage;
import io.sylion.platform.persistence.BoundSql;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What was decided on an inbound message.
 *
 * @param rule code of the rule
 * @param record writes the decision down
 * @param replyAfter silence of the customer before the owed reply; null when none is owed
 */
public record InboundVerdict(Triage triage, String rule, BigDecimal confidence, BoundSql record, Duration replyAfter) {}
