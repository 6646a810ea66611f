package io.sylion.platform.message;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.jms.Message;

/** Lets every failure through to the broker, after having noted it. */
@FailuresKept
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class FailureKeeper {
    @Inject
    DeliveryFailures failures;

    @AroundInvoke
    public Object note(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception e) {
            if (call.getParameters().length == 1 && call.getParameters()[0] instanceof Message message) {
                failures.note(message.getJMSMessageID(), message.getIntProperty("JMSXDeliveryCount"), e);
            }
            throw e;
        }
    }
}
