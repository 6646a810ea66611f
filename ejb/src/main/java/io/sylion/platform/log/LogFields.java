package io.sylion.platform.log;

import java.util.List;
import java.util.UUID;
import org.slf4j.MDC;

/**
 * Ids that go with every line of the log while a consumer works, as fields of the JSON object: {@code mdc.tenant} and so on. Put
 * where they become known, cleared at the consumer's exit.
 */
public final class LogFields {
    private static final String TENANT = "tenant";
    private static final String CONVERSATION = "conversation";
    private static final String MESSAGE = "message";

    private LogFields() {}

    public static void tenant(UUID id) {
        MDC.put(TENANT, id.toString());
    }

    public static void conversation(UUID id) {
        MDC.put(CONVERSATION, id.toString());
    }

    public static void message(UUID id) {
        MDC.put(MESSAGE, id.toString());
    }

    /** Forgets them, so that the thread's next work does not carry them. */
    public static void clear() {
        List.of(TENANT, CONVERSATION, MESSAGE).forEach(MDC::remove);
    }
}
