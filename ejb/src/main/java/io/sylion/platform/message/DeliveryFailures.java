package io.sylion.platform.message;

import io.sylion.platform.persistence.OperatorDatabase;
import io.sylion.platform.persistence.OperatorDatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Why messages failed. Best effort: when the database is the reason, there is nothing to read here, and the log has it. */
@ApplicationScoped
public class DeliveryFailures {
    private static final Logger LOG = Logger.getLogger(DeliveryFailures.class.getName());
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 500;

    @Inject
    OperatorDatabase database;

    @Inject
    Clock clock;

    void note(String messageId, int attempts, Throwable failure) {
        try {
            database.update(
                    "insert into platform_delivery_failure (message_id, attempts, failure, failed_at) values (?, ?, ?, ?)"
                            + " on conflict (message_id) do update set attempts = excluded.attempts,"
                            + " failure = excluded.failure, failed_at = excluded.failed_at",
                    messageId,
                    attempts,
                    describe(failure),
                    clock.instant());
            database.update(
                    "delete from platform_delivery_failure where failed_at < ?",
                    clock.instant().minus(KEPT));
        } catch (OperatorDatabaseFailure e) {
            LOG.log(Level.FINE, "failure of message {0} not noted", messageId);
        }
    }

    /** By message id; messages whose failure nobody noted are missing. */
    public Map<String, DeliveryFailure> find(Collection<String> messageIds) {
        return database
                .list(
                        "select message_id, attempts, failure, failed_at from platform_delivery_failure where message_id = any (?)",
                        row -> new DeliveryFailure(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                        (Object) messageIds.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(DeliveryFailure::messageId, Function.identity()));
    }

    void forget(String messageId) {
        database.update("delete from platform_delivery_failure where message_id = ?", messageId);
    }

    /** Classes from the outermost to the cause, and the first place in our code; no words, they could be a customer's. */
    static String describe(Throwable failure) {
        Set<String> classes = new LinkedHashSet<>();
        String place = "";
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 10; depth++) {
            classes.add(each.getClass().getSimpleName());
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frame.getClassName().startsWith("io.sylion.") && frame.getLineNumber() > 0) {
                    String type =
                            frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                    place = " at " + type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
                    break;
                }
            }
            each = each.getCause();
        }
        String all = String.join(" < ", classes) + place;
        return all.substring(0, Math.min(all.length(), LONGEST));
    }
}
