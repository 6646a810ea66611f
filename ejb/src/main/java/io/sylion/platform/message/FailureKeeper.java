package io.sylion.platform.message;

import io.sylion.platform.log.LogFields;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.Message;
import java.util.logging.Logger;

/** Lets every failure through to the broker, after having noted it; the next message begins without the ids of this one. */
@FailuresKept
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class FailureKeeper {
    private static final Logger LOG = Logger.getLogger(FailureKeeper.class.getName());

    @Inject
    DeliveryFailures failures;

    @AroundInvoke
    public Object note(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception e) {
            if (call.getParameters().length == 1 && call.getParameters()[0] instanceof Message message) {
                LOG.info(() -> "not done, the broker decides on another attempt: " + DeliveryFailures.describe(e));
                failures.note(message.getJMSMessageID(), message.getIntProperty("JMSXDeliveryCount"), e);
            }
            throw e;
        } finally {
            LogFields.clear();
        }
    }
}
