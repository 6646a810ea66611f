package io.sylion.platform.message;

import io.sylion.platform.guard.DatabasePatience;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;

/** One delivery of a command to its consumer. */
public final class Delivery {
    /** As {@code max-delivery-attempts} in the server's configuration: after so many the broker puts a command aside. */
    private static final int MOST_ATTEMPTS = 6;

    private Delivery() {}

    /**
     * Does the work, waiting for a database that is away; a failure is thrown, so that the broker tries again later. When it will
     * not try again, what is owed is let go first, visibly: else the sweep would ask for the same work for ever.
     *
     * @param giveUp says that the work will not be done
     */
    public static void attempt(Message message, Runnable work, Runnable giveUp) {
        try {
            DatabasePatience.outlast(work);
        } catch (RuntimeException e) {
            if (isLast(message)) {
                letGo(giveUp, e);
            }
            throw e;
        }
    }

    private static void letGo(Runnable giveUp, RuntimeException failure) {
        try {
            giveUp.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean isLast(Message message) {
        try {
            return message.getIntProperty("JMSXDeliveryCount") >= MOST_ATTEMPTS;
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
