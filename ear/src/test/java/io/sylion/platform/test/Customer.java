package io.sylion.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A customer nobody has heard of before, who writes to one business. */
public final class Customer {
    private final DemoChannel channel;
    private final String phone;

    private Customer(DemoChannel channel, String phone) {
        this.channel = channel;
        this.phone = phone;
    }

    public static Customer of(DemoChannel channel) {
        return new Customer(channel, "336" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
    }

    /** A customer who is played on the sandbox's phone page. */
    static Customer withPhone(DemoChannel channel, String phone) {
        return new Customer(channel, phone);
    }

    /** The same person, writing to another business. */
    public Customer at(DemoChannel other) {
        return new Customer(other, phone);
    }

    public String phone() {
        return phone;
    }

    /** As the provider tells it. */
    public String name() {
        return "Camille " + phone.substring(phone.length() - 5);
    }

    /** Writes and returns the provider's id of the message, which the gateway has acknowledged. */
    public String writes(String text) throws Exception {
        String id = newId();
        assertThat(posts(message(id, Instant.now(), text)).status())
                .as("webhook")
                .isEqualTo(200);
        return id;
    }

    /** Sends a sticker: a message that asks nothing. */
    public String sendsSticker() throws Exception {
        String id = newId();
        String sticker = """
                {"from":"%s","id":"%s","timestamp":"%d","type":"sticker","sticker":{"mime_type":"image/webp","sha256":"x","id":"1"}}""".formatted(phone, id, Instant.now().getEpochSecond());
        assertThat(posts(sticker).status()).as("webhook").isEqualTo(200);
        return id;
    }

    public static String newId() {
        return "wamid." + UUID.randomUUID().toString().replace("-", "");
    }

    /** A text message as the provider would tell of it. */
    public String message(String id, Instant at, String text) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":%s}}""".formatted(phone, id, at.getEpochSecond(), TextNode.valueOf(text));
    }

    /** Posts messages in one webhook. */
    public Web.Answer posts(String... messages) throws Exception {
        return channel.post("""
                "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],"messages":[%s]""".formatted(name(), phone, String.join(",", messages)));
    }

    /** The provider tells what became of a message to this customer. */
    public Web.Answer status(Sandbox.Sent sent, String status, int errorCode) throws Exception {
        ObjectNode told = Web.JSON
                .createObjectNode()
                .put("id", sent.id())
                .put("status", status)
                .put("timestamp", Long.toString(Instant.now().getEpochSecond()))
                .put("recipient_id", phone)
                .put("biz_opaque_callback_data", sent.opaque());
        if (errorCode != 0) {
            told.putArray("errors").addObject().put("code", errorCode).put("title", "refused");
        }
        return channel.post("\"statuses\":[" + told + "]");
    }

    /** What the provider accepted for this customer. */
    public List<Sandbox.Sent> got() throws Exception {
        return Sandbox.sentTo(phone);
    }

    /** Waits until so many messages have come and nothing more is owed, and makes sure that there are no others. */
    public List<Sandbox.Sent> gets(int count) throws Exception {
        Await.until(count + " messages to " + phone, this::got, sent -> sent.size() >= count);
        settles();
        List<Sandbox.Sent> sent = got();
        assertThat(sent).as("messages to " + phone).hasSize(count);
        return sent;
    }

    /** Waits until nothing is owed to this customer any more: no reply, no send. */
    public void settles() throws Exception {
        Await.until(
                "nothing owed to " + phone,
                () -> Database.value("""
                        select count(*) from conversation_conversation c where c.id in (%s) and (c.reply_due_at is not null
                        or exists (select from conversation_message m where m.conversation_id = c.id and m.state in ('QUEUED', 'SENDING')))""".formatted(CONVERSATION), phone),
                owed -> owed.equals(0L));
    }

    /** The conversation as the database has it, by the time of writing. */
    public List<Map<String, Object>> thread() throws Exception {
        return Database.rows("""
                select m.id, m.author, m.body, m.state, m.provider_message_id, m.failure_code, m.failure_reason, m.answers_id
                from conversation_message m where m.conversation_id in (%s)
                order by m.occurred_at, m.id""".formatted(CONVERSATION), phone);
    }

    private static final String CONVERSATION = """
            select c.id from conversation_conversation c join contact_identity i on i.contact_id = c.contact_id
            where i.kind = 'PHONE' and i.value = ?""";

    /** Bodies of one author's messages. */
    public List<String> bodies(String author) throws Exception {
        return thread().stream()
                .filter(message -> message.get("author").equals(author))
                .map(message -> (String) message.get("body"))
                .toList();
    }

    public UUID conversation() throws Exception {
        return (UUID) Database.value(CONVERSATION + " order by c.created_at desc limit 1", phone);
    }

    /** A column of the conversation. */
    public Object conversation(String column) throws Exception {
        return Database.value("select " + column + " from conversation_conversation where id = ?", conversation());
    }

    /** The decision on a message of this customer, once it has ended. */
    public Map<String, Object> decision(String providerMessageId) throws Exception {
        return Await.until(
                        "decision on " + providerMessageId,
                        () -> Database.rows("""
                                select d.*, d.snapshot::text as facts, d.passages::text as cited from decision_record d
                                join conversation_message_key k on k.message_id = d.message_id
                                where k.provider_message_id = ?""", providerMessageId),
                        found -> found.size() == 1
                                && !found.getFirst().get("outcome").equals("PENDING"))
                .getFirst();
    }

    /** States of the AI's messages. */
    public String replyStates() throws Exception {
        return thread().stream()
                .filter(message -> message.get("author").equals("AI"))
                .map(message -> (String) message.get("state"))
                .collect(Collectors.joining(","));
    }
}
