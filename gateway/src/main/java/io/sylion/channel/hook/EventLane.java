package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelQueues;
import io.sylion.channel.api.InboundEvent;
import io.sylion.platform.api.Json;
import jakarta.jms.CompletionListener;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread that sends, with a session of its own. It does not wait for the broker's answers: those arrive at the batches, each
 * after its message is in the journal. A session that failed is replaced with the next batch.
 */
final class EventLane implements Runnable {
    private static final Logger LOG = Logger.getLogger(EventLane.class.getName());

    private final ConnectionFactory connections;
    private final Queue queue;
    private final BlockingQueue<EventBatch> waiting;
    private JMSContext context;
    private JMSProducer producer;
    private volatile boolean broken;

    EventLane(ConnectionFactory connections, Queue queue, BlockingQueue<EventBatch> waiting) {
        this.connections = connections;
        this.queue = queue;
        this.waiting = waiting;
    }

    /** Sends until it is interrupted. */
    @Override
    public void run() {
        try {
            prepare();
            while (!Thread.currentThread().isInterrupted()) {
                EventBatch batch = waiting.take();
                if (!batch.isAbandoned()) {
                    send(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            discard();
        }
    }

    /** So that the first post need not wait for a session. */
    private void prepare() {
        try {
            connect();
        } catch (JMSRuntimeException e) {
            LOG.log(Level.WARNING, "no session with the broker yet: {0}", e.getMessage());
            broken = true;
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever went wrong, the lane lives on and the provider is told
    private void send(EventBatch batch) {
        try {
            connect();
            CompletionListener completion = completion(batch);
            for (InboundEvent event : batch.events()) {
                TextMessage message = context.createTextMessage(Json.write(event));
                message.setStringProperty(ChannelQueues.TENANT, event.tenantId().toString());
                message.setStringProperty("JMSXGroupID", event.groupKey());
                producer.setAsync(completion).send(queue, message);
            }
        } catch (JMSException | RuntimeException e) {
            LOG.log(Level.WARNING, "webhook events not sent: {0}", e.getMessage());
            broken = true;
            batch.failed();
        }
    }

    private void connect() {
        if (broken) {
            discard();
        }
        if (context == null) {
            context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
            broken = false;
        }
    }

    private CompletionListener completion(EventBatch batch) {
        return new CompletionListener() {
            @Override
            public void onCompletion(Message message) {
                batch.stored();
            }

            @Override
            public void onException(Message message, Exception e) {
                LOG.log(Level.WARNING, "webhook event not stored: {0}", e.getMessage());
                broken = true;
                batch.failed();
            }
        };
    }

    private void discard() {
        if (context != null) {
            try {
                context.close();
            } catch (JMSRuntimeException e) {
                LOG.log(Level.FINE, "context not closed: {0}", e.getMessage());
            }
            context = null;
            producer = null;
        }
        broken = false;
    }
}
