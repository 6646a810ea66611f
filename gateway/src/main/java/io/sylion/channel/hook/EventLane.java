package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelQueues;
import io.sylion.platform.message.FairShares;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thread that sends, with a session of its own. It takes all posts that wait, sends their events and commits once: the commit
 * returns when the journal is on disk, and then all of them are told. While it waits for the disk, the next posts gather. A session
 * that failed is replaced with the next posts.
 */
final class EventLane implements Runnable {
    private static final Logger LOG = Logger.getLogger(EventLane.class.getName());

    /** What shares a commit also shares its failure. */
    private static final int MOST_POSTS = 64;

    private final ConnectionFactory connections;
    private final Queue usual;
    private final Queue rush;
    private final BlockingQueue<EventBatch> waiting;
    private final FairShares shares;
    private final List<EventBatch> taken = new ArrayList<>(MOST_POSTS);
    private JMSContext context;
    private JMSProducer producer;
    private boolean broken;

    EventLane(
            ConnectionFactory connections,
            Queue usual,
            Queue rush,
            BlockingQueue<EventBatch> waiting,
            FairShares shares) {
        this.connections = connections;
        this.usual = usual;
        this.rush = rush;
        this.shares = shares;
        this.waiting = waiting;
    }

    /** Sends until it is interrupted. */
    @Override
    public void run() {
        try {
            prepare();
            while (!Thread.currentThread().isInterrupted()) {
                taken.add(waiting.take());
                waiting.drainTo(taken, MOST_POSTS - 1);
                taken.removeIf(EventBatch::isAbandoned);
                send();
                taken.clear();
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
    private void send() {
        try {
            connect();
            for (EventBatch batch : taken) {
                for (WrittenEvent event : batch.events()) {
                    TextMessage message = context.createTextMessage(event.json());
                    message.setStringProperty(ChannelQueues.TENANT, event.tenant());
                    message.setStringProperty("JMSXGroupID", event.group());
                    producer.send(shares.enter(ChannelQueues.RECEIVE_MESSAGE, event.tenant()) ? rush : usual, message);
                }
            }
            context.commit();
        } catch (JMSException | RuntimeException e) {
            LOG.log(Level.WARNING, "webhook events not stored: {0}", e.getMessage());
            broken = true;
            tell(EventBatch::failed);
            return;
        }
        tell(EventBatch::stored);
    }

    @SuppressWarnings("IllegalCatch") // one post's trouble is not the others'
    private void tell(Consumer<EventBatch> outcome) {
        for (EventBatch batch : taken) {
            try {
                outcome.accept(batch);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "webhook not answered", e);
            }
        }
    }

    private void connect() {
        if (broken) {
            discard();
        }
        if (context == null) {
            context = connections.createContext(JMSContext.SESSION_TRANSACTED);
            producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
            broken = false;
        }
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
