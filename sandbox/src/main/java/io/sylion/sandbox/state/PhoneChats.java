package io.sylion.sandbox.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.WireJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The test customers and what stands on their phones; one chat for each customer and number. */
public final class PhoneChats {
    private static final int LONGEST_CHAT = 300;
    private static final int MOST_CUSTOMERS = 200;
    private static final long WINDOW_MILLIS = 24 * 3600 * 1000L;
    private static final long TYPING_MILLIS = 25_000;

    private final Map<String, TestCustomer> customers = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, PhoneChat> chats = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final PhoneEvents events;

    public PhoneChats(PhoneEvents events) {
        this.events = events;
        reset();
    }

    /** A chat's state; guarded by itself. */
    private static final class PhoneChat {
        private final LinkedHashMap<String, ObjectNode> messages = new LinkedHashMap<>();
        private long lastInbound;
        private long typingUntil;
    }

    public void reset() {
        chats.clear();
        customers.clear();
        String[][] people = {
            {
                "amelie",
                "Amélie Bernard",
                "33612000007",
                "fr",
                "delivery",
                "Bonjour, quels sont vos délais de livraison ?"
            },
            {"karim", "Karim Djebbar", "33612000008", "fr", "upset", "Ça fait 10 jours, je veux être remboursé"},
            {"sophie", "Sophie Nguyen", "33612000009", "fr", "size", "Vous l’avez en taille 38 ?"},
            {"emma", "Emma Clarke", "447700900112", "en", "english", "Do you ship to Dublin?"},
            {"olivier", "Olivier Colin", "33612000011", "fr", "closed", "Bonjour, ma commande n’est jamais arrivée"},
            {"nadia", "Nadia Ziani", "33612000012", "fr", "unsubscribed", "STOP"},
        };
        for (String[] p : people) {
            boolean out = p[0].equals("nadia");
            put(new TestCustomer(p[0], p[1], p[2], "FR.sandbox" + p[0], p[3], false, true, out, p[4], p[5]));
        }
    }

    public TestCustomer put(TestCustomer customer) {
        synchronized (customers) {
            customers.put(customer.id(), customer);
            if (customers.size() > MOST_CUSTOMERS) {
                String oldest = customers.keySet().iterator().next();
                customers.remove(oldest);
                chats.keySet().removeIf(key -> key.startsWith(oldest + '@'));
            }
        }
        events.publish("customers", "");
        return customer;
    }

    /** A new customer; what is not given is made up. */
    public TestCustomer add(ObjectNode wish) {
        int number = added.incrementAndGet();
        String name = wish.path("name").asText("Client " + number);
        String id = wish.path("id").asText("client-" + number);
        String phone = wish.path("phone").asText("").replaceAll("\\D", "");
        return put(new TestCustomer(
                id,
                name.strip(),
                phone.isEmpty() ? String.format("336120001%02d", number % 100) : phone,
                wish.path("user_id").asText("FR.sandbox" + id.replaceAll("[^A-Za-z0-9]", "")),
                wish.path("language").asText("fr"),
                wish.path("hides_phone").asBoolean(false),
                wish.path("has_whatsapp").asBoolean(true),
                wish.path("opted_out").asBoolean(false),
                wish.path("tag").asText("new"),
                wish.path("suggestion").asText("Bonjour !")));
    }

    public List<TestCustomer> customers() {
        synchronized (customers) {
            return List.copyOf(customers.values());
        }
    }

    public TestCustomer find(String id) {
        return customers.get(id);
    }

    /** The customer behind a number or a user id, or null. */
    public TestCustomer reachedBy(String address) {
        for (TestCustomer customer : customers()) {
            if (customer.phone().equals(address) || customer.userId().equals(address)) {
                return customer;
            }
        }
        return null;
    }

    public boolean windowClosed(TestCustomer customer, PhoneLine line) {
        long last = lastInbound(customer, line);
        return last != 0 && System.currentTimeMillis() - last > WINDOW_MILLIS;
    }

    public long lastInbound(TestCustomer customer, PhoneLine line) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            return chat.lastInbound;
        }
    }

    /** Sets when the customer last wrote, to play with the window. */
    public void setLastInbound(TestCustomer customer, PhoneLine line, long time) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            chat.lastInbound = time;
        }
        events.publish("customers", "");
    }

    /**
     * Shows a message in the chat. The node is a wire message object with the additions {@code mine} (written by the
     * customer), {@code time} in milliseconds and {@code tick}.
     */
    public void show(TestCustomer customer, PhoneLine line, ObjectNode message) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            boolean mine = message.path("mine").asBoolean();
            if (mine) {
                chat.lastInbound = message.path("time").asLong();
            } else {
                chat.typingUntil = 0;
            }
            chat.messages.put(message.path("id").asText(), message);
            if (chat.messages.size() > LONGEST_CHAT) {
                chat.messages.remove(chat.messages.keySet().iterator().next());
            }
            events.publish("message", event(customer, line).set("message", message));
        }
    }

    /** Sets the ticks under a message: clock, sent, delivered, read or failed. */
    public void tick(TestCustomer customer, PhoneLine line, String id, String tick) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            ObjectNode message = chat.messages.get(id);
            if (message != null) {
                message.put("tick", tick);
                events.publish("tick", event(customer, line).put("id", id).put("tick", tick));
            }
        }
    }

    /** The business has read this customer's messages up to the given one. */
    public void read(TestCustomer customer, PhoneLine line, String id, boolean typing) {
        PhoneChat chat = chat(customer, line);
        List<String> read = new ArrayList<>();
        boolean answered;
        synchronized (chat) {
            answered = answered(chat, id);
            for (ObjectNode message : chat.messages.values()) {
                if (message.path("mine").asBoolean()
                        && !message.path("tick").asText().equals("read")) {
                    read.add(message.path("id").asText());
                }
                if (message.path("id").asText().equals(id)) {
                    break;
                }
            }
            if (typing && !answered) {
                chat.typingUntil = System.currentTimeMillis() + TYPING_MILLIS;
            }
        }
        for (String each : read) {
            tick(customer, line, each, "read");
        }
        if (typing && !answered) {
            events.publish("typing", event(customer, line).put("millis", TYPING_MILLIS));
        }
    }

    /** Whether the business wrote after the message: a typing mark that comes later than the answer shows nothing. */
    private static boolean answered(PhoneChat chat, String id) {
        boolean found = false;
        for (ObjectNode message : chat.messages.values()) {
            if (found && !message.path("mine").asBoolean()) {
                return true;
            }
            found |= message.path("id").asText().equals(id);
        }
        return false;
    }

    public TestCustomer writerOf(PhoneLine line, String id) {
        for (TestCustomer customer : customers()) {
            PhoneChat chat = chats.get(key(customer, line));
            if (chat != null) {
                synchronized (chat) {
                    if (chat.messages.containsKey(id)) {
                        return customer;
                    }
                }
            }
        }
        return null;
    }

    public boolean has(TestCustomer customer, PhoneLine line, String id) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            return chat.messages.containsKey(id);
        }
    }

    /** A chat as the page shows it. */
    public ObjectNode view(TestCustomer customer, PhoneLine line) {
        PhoneChat chat = chat(customer, line);
        synchronized (chat) {
            ObjectNode view = event(customer, line);
            view.put("last_inbound", chat.lastInbound);
            view.put("typing_millis", Math.max(0, chat.typingUntil - System.currentTimeMillis()));
            var messages = view.putArray("messages");
            chat.messages.values().forEach(message -> messages.add(message.deepCopy()));
            return view;
        }
    }

    private static ObjectNode event(TestCustomer customer, PhoneLine line) {
        return WireJson.object().put("customer", customer.id()).put("channel", line.id());
    }

    private static String key(TestCustomer customer, PhoneLine line) {
        return customer.id() + '@' + line.id();
    }

    private PhoneChat chat(TestCustomer customer, PhoneLine line) {
        return chats.computeIfAbsent(key(customer, line), key -> {
            PhoneChat chat = new PhoneChat();
            if (customer.id().equals("olivier")) {
                chat.lastInbound = System.currentTimeMillis() - WINDOW_MILLIS - 2 * 3600 * 1000L;
            }
            return chat;
        });
    }
}
