package io.sylion.platform.message;

import io.sylion.platform.api.Json;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Puts commands on queues and facts on topics, as JSON. Called after the commit that owes the work: when the broker is away, the
 * committed row is found again by the sweep, so a failure here is logged and nothing is lost.
 *
 * <p>Uses the in-VM factory with contexts of its own, not the pooled one: that one refuses work in the phase after a commit.
 */
@ApplicationScoped
public class QueueSender {
    private static final Logger LOG = Logger.getLogger(QueueSender.class.getName());

    /** Priority of a rush. */
    private static final int BEHIND = 2;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    @Inject
    FairShares shares;

    private final ConcurrentHashMap<String, Destination> destinations = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<JMSContext> idle = new ConcurrentLinkedQueue<>();

    /**
     * Sends a command, durable.
     *
     * @param queue JNDI name
     * @param group work of one group is done one after the other; null for none
     * @param delayMillis how long the broker keeps it back
     */
    public void send(String queue, Object command, UUID tenantId, String group, long delayMillis) {
        send(queue, command, tenantId, group, delayMillis, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY);
    }

    /**
     * Sends a command whose work a committed row owes as well: it need not outlive the broker, because the sweep asks again after a
     * start. Spares a write to disk. Its consumer tells {@link FairShares} when it is worked off.
     */
    public void ask(String queue, Object command, UUID tenantId, String group, long delayMillis) {
        send(
                queue,
                command,
                tenantId,
                group,
                delayMillis,
                DeliveryMode.NON_PERSISTENT,
                shares.enter(queue, tenantId.toString()) ? BEHIND : Message.DEFAULT_PRIORITY);
    }

    /** Tells whoever listens now; not kept for others. */
    public void publish(String topic, Object fact) {
        send(topic, fact, null, null, 0, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY);
    }

    private void send(
            String destination, Object body, UUID tenantId, String group, long delayMillis, int mode, int priority) {
        JMSContext context = idle.poll();
        try {
            if (context == null) {
                context = connections.createContext();
            }
            TextMessage message = context.createTextMessage(Json.write(body));
            if (tenantId != null) {
                message.setStringProperty("tenantId", tenantId.toString());
            }
            if (group != null) {
                message.setStringProperty("JMSXGroupID", group);
            }
            context.createProducer()
                    .setDeliveryMode(mode)
                    .setPriority(priority)
                    .setDeliveryDelay(delayMillis)
                    .send(destinations.computeIfAbsent(destination, QueueSender::lookUp), message);
            idle.offer(context);
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.WARNING, "not sent to {0}, left to the sweep: {1}", new Object[] {destination, e.getMessage()
            });
            discard(context);
        }
    }

    @PreDestroy
    void close() {
        idle.forEach(QueueSender::discard);
        idle.clear();
    }

    private static void discard(JMSContext context) {
        if (context != null) {
            try {
                context.close();
            } catch (JMSRuntimeException e) {
                LOG.log(Level.FINE, "context not closed: {0}", e.getMessage());
            }
        }
    }

    private static Destination lookUp(String name) {
        try {
            return (Destination) new InitialContext().lookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("no destination " + name, e);
        }
    }
}
