package io.sylion.platform.message;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message that its consumer could not digest. What it says is not read, only whom and what it is about.
 *
 * @param queue the queue it came from
 * @param tenantId null when it names none
 * @param group work of one group is done one after the other; may be null
 * @param ids the ids in its body, by name
 */
public record DeadLetter(
        String queue, String messageId, UUID tenantId, String group, Instant sentAt, Map<String, String> ids) {}
