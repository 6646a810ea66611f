package io.sylion.platform.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.platform.api.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.naming.Binding;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;

/**
 * The queues of dead letters. Plain JMS, so that it works with any broker behind the connection factory: looking browses, replay
 * moves a message back in one local transaction, so it lies in exactly one of the two queues whatever happens.
 */
@ApplicationScoped
public class DeadLetters {
    private static final String QUEUES = "java:/jms/queue/";
    private static final String DEAD = QUEUES + "dlq/";
    private static final long AT_ONCE_MILLIS = 500;
    private static final int LONGEST_ID = 200;
    private static final int MANY = 10_000;

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    @Inject
    DeliveryFailures failures;

    /** Names of the queues that have dead letters of their own, and "other" for what came from elsewhere. */
    public List<String> queues() {
        List<String> found = new ArrayList<>();
        collect("", found);
        Collections.sort(found);
        return found;
    }

    /** The oldest dead letters of a queue. */
    public List<DeadLetter> oldest(String queue, int limit) {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(lookUp(DEAD, queue))) {
            List<DeadLetter> found = new ArrayList<>();
            for (Enumeration<?> each = browser.getEnumeration(); each.hasMoreElements() && found.size() < limit; ) {
                found.add(read(queue, (Message) each.nextElement()));
            }
            return found;
        } catch (JMSException e) {
            throw new IllegalStateException("dead letters of " + queue + " cannot be read", e);
        }
    }

    /** How many there are, counted up to a limit. */
    public int count(String queue, int limit) {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(lookUp(DEAD, queue))) {
            int count = 0;
            Enumeration<?> each = browser.getEnumeration();
            while (count < limit && each.hasMoreElements()) {
                each.nextElement();
                count++;
            }
            return count;
        } catch (JMSException e) {
            throw new IllegalStateException("dead letters of " + queue + " cannot be counted", e);
        }
    }

    /** Whether the queue of a dead letter is known, so that it can be put back. */
    public boolean isReplayable(String queue) {
        try {
            lookUp(QUEUES, queue);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Puts a dead letter back into its queue, as if it were new; false when it is gone. */
    public boolean replay(String queue, String messageId) {
        return take(queue, messageId, true);
    }

    /** Removes a dead letter for good; false when it is gone. */
    public boolean delete(String queue, String messageId) {
        return take(queue, messageId, false);
    }

    /** Puts back those that are there now, oldest first; returns how many. */
    public int replayAll(String queue) {
        int there = count(queue, MANY);
        int done = 0;
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(lookUp(DEAD, queue))) {
            Queue home = lookUp(QUEUES, queue);
            for (Message dead = next(consumer, done, there); dead != null; dead = next(consumer, done, there)) {
                context.createProducer().send(home, copy(context, dead));
                context.commit();
                failures.forget(dead.getJMSMessageID());
                done++;
            }
            return done;
        } catch (JMSException e) {
            throw new IllegalStateException("dead letters of " + queue + " cannot be taken", e);
        }
    }

    private static Message next(JMSConsumer consumer, int done, int there) {
        return done < there ? consumer.receive(AT_ONCE_MILLIS) : null;
    }

    private boolean take(String queue, String messageId, boolean putBack) {
        if (!messageId.matches("ID:[A-Za-z0-9:-]{1,100}")) {
            return false;
        }
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer =
                        context.createConsumer(lookUp(DEAD, queue), "JMSMessageID = '" + messageId + "'")) {
            Message dead = consumer.receive(AT_ONCE_MILLIS);
            if (dead == null) {
                return false;
            }
            if (putBack) {
                context.createProducer().send(lookUp(QUEUES, queue), copy(context, dead));
            }
            context.commit();
            failures.forget(messageId);
            return true;
        } catch (JMSException e) {
            throw new IllegalStateException("dead letter of " + queue + " cannot be taken", e);
        }
    }

    private static TextMessage copy(JMSContext context, Message dead) throws JMSException {
        TextMessage fresh = context.createTextMessage(dead.getBody(String.class));
        for (String property : List.of("tenantId", "JMSXGroupID")) {
            if (dead.getStringProperty(property) != null) {
                fresh.setStringProperty(property, dead.getStringProperty(property));
            }
        }
        return fresh;
    }

    private static DeadLetter read(String queue, Message message) throws JMSException {
        return new DeadLetter(
                queue,
                message.getJMSMessageID(),
                tenant(message.getStringProperty("tenantId")),
                message.getStringProperty("JMSXGroupID"),
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                message instanceof TextMessage text && text.getText() != null ? ids(text.getText()) : Map.of());
    }

    private static UUID tenant(String property) {
        try {
            return property == null ? null : UUID.fromString(property);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Fields that are called an id and look like one; nothing of what people wrote. */
    static Map<String, String> ids(String body) {
        Map<String, String> ids = new TreeMap<>();
        try {
            JsonNode command = Json.mapper().readTree(body);
            command.properties().forEach(field -> {
                String value = field.getValue().asText("");
                boolean id = field.getKey().endsWith("Id") && !field.getKey().equals("tenantId");
                if (id
                        && field.getValue().isTextual()
                        && value.length() <= LONGEST_ID
                        && value.matches("[\\w.:=+/-]+")) {
                    ids.put(field.getKey(), value);
                }
            });
        } catch (JsonProcessingException e) {
            ids.clear();
        }
        return ids;
    }

    private static Queue lookUp(String folder, String queue) {
        if (!queue.matches("[a-z]+(\\.[a-z-]+)?")) {
            throw new IllegalArgumentException("not a queue's name");
        }
        try {
            return (Queue) new InitialContext().lookup(folder + queue.replace('.', '/'));
        } catch (NamingException e) {
            throw new IllegalArgumentException("no queue " + queue, e);
        }
    }

    private static void collect(String folder, List<String> found) {
        try {
            for (Binding each : Collections.list(new InitialContext().listBindings(DEAD + folder))) {
                if (each.getObject() instanceof Queue) {
                    found.add((folder + each.getName()).replace('/', '.'));
                } else {
                    collect(folder + each.getName() + "/", found);
                }
            }
        } catch (NameNotFoundException e) {
            found.clear();
        } catch (NamingException e) {
            throw new IllegalStateException("queues cannot be listed", e);
        }
    }
}
