package io.sylion.channel;

import static io.sylion.platform.test.SignedWebhook.CLOUD;
import static io.sylion.platform.test.SignedWebhook.CLOUD_NUMBER;
import static io.sylion.platform.test.SignedWebhook.DIALOG_360;
import static io.sylion.platform.test.SignedWebhook.DIALOG_360_NUMBER;
import static io.sylion.platform.test.SignedWebhook.envelope;
import static io.sylion.platform.test.SignedWebhook.signature;
import static io.sylion.platform.test.SignedWebhook.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The entrance as providers see it, against the started server and its database. */
class WhatsAppWebhookIT {
    private final SignedWebhook webhook = new SignedWebhook();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "3361" + String.format("%07d", Math.floorMod(run.hashCode(), 10_000_000));

    @Test
    void handshakeReturnsTheChallenge() throws Exception {
        HttpResponse<String> answer =
                webhook.get(CLOUD + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=demo-verify");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
                "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=demo-verify",
                "?hub.mode=subscribe&hub.verify_token=demo-verify",
                "?hub.mode=subscribe&hub.verify_token=demo-verify&hub.challenge=%3Cscript%3E%20",
                "?hub_mode=subscribe&hub_challenge=1&hub_verify_token=demo-verify",
                ""
            })
    void handshakeNeedsTheAgreedToken(String query) throws Exception {
        refused(webhook.get(CLOUD + query), 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hooks/whatsapp/cloud/nobodys-key",
                "/hooks/whatsapp/360dialog/nobodys-key",
                "/hooks/whatsapp/360dialog/demo-cloud",
                "/hooks/whatsapp/cloud/",
                "/hooks/whatsapp/cloud",
                "/hooks/whatsapp/cloud/a",
                "/hooks/whatsapp/cloud/demo-cloud/more",
                "/hooks/whatsapp/telegraph/demo-cloud",
                "/hooks/"
            })
    void addressesThatNobodyHasAreNotFound(String path) throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

        refused(webhook.post(path, body, "X-Hub-Signature-256", signature(body)), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"})
    void onlyGetAndPostAreSpoken(String method) throws Exception {
        HttpResponse<String> answer =
                webhook.send(SignedWebhook.request(CLOUD).method(method, HttpRequest.BodyPublishers.ofString("{}")));

        refused(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
        refused(webhook.get(DIALOG_360), 405);
    }

    @Test
    void onlySignedBytesAreTaken() throws Exception {
        String id = id("forged");
        byte[] body = envelope(CLOUD_NUMBER, "messages", "\"messages\":[" + text(id, customer, "x") + "]")
                .getBytes(StandardCharsets.UTF_8);
        byte[] other = (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        refused(webhook.post(CLOUD, body), 401);
        refused(webhook.post(CLOUD, body, "X-Hub-Signature-256", "sha256=00"), 401);
        refused(webhook.post(CLOUD, body, "X-Hub-Signature-256", signature(other)), 401);
        refused(webhook.post(CLOUD, body, "X-Sylion-Token", "demo-360-token"), 401);
        byte[] large =
                (" ".repeat(2_000_000) + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        refused(webhook.post(CLOUD, large, "X-Hub-Signature-256", signature(body)), 401);
        followedByAnother();
        assertThat(stored(id)).isZero();
        assertThat(noted(id)).isZero();
    }

    @Test
    void the360dialogAddressAsksForItsToken() throws Exception {
        String id = id("d360");
        String body = envelope(DIALOG_360_NUMBER, "messages", "\"messages\":[" + text(id, customer, "x") + "]");

        refused(webhook.post(DIALOG_360, body.getBytes(StandardCharsets.UTF_8)), 401);
        refused(webhook.post(DIALOG_360, body.getBytes(StandardCharsets.UTF_8), "X-Sylion-Token", "x"), 401);
        accepted(webhook.dialog360(body));
        storedOnce(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "no json", "{\"object\":", "{}{", "\"text\"", "17", "null"})
    void garbageIsMalformed(String body) throws Exception {
        refused(webhook.cloud(body), 400);
    }

    @Test
    void deepAndBinaryGarbageIsMalformed() throws Exception {
        refused(webhook.cloud("[".repeat(100_000)), 400);
        byte[] bytes = new byte[50_000];
        new java.util.Random(7).nextBytes(bytes);
        refused(webhook.cloud(bytes), 400);
    }

    @Test
    void largeBodiesAreNotRead() throws Exception {
        byte[] body = new byte[10 * 1024 * 1024];
        HttpRequest.Builder announced = SignedWebhook.request(CLOUD)
                .header("X-Hub-Signature-256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        HttpRequest.Builder streamed = SignedWebhook.request(CLOUD)
                .header("X-Hub-Signature-256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));

        assertThat(statusOrClosed(announced)).isIn(413, -1);
        assertThat(statusOrClosed(streamed)).isIn(413, -1);
    }

    @Test
    void largestBodyIsTaken() throws Exception {
        String id = id("large");
        String body =
                envelope(CLOUD_NUMBER, "messages", "\"messages\":[" + text(id, customer, "y".repeat(2_900_000)) + "]");

        accepted(webhook.cloud(body));
        storedOnce(id);
    }

    @Test
    void aRepeatIsStoredOnce() throws Exception {
        String id = id("twice");
        String body = envelope(
                CLOUD_NUMBER,
                "messages",
                "\"messages\":[" + text(id, customer, "Bonjour") + "," + text(id, customer, "Bonjour") + "]");

        for (int i = 0; i < 5; i++) {
            accepted(webhook.cloud(body));
        }
        storedOnce(id);
        followedByAnother();
        assertThat(stored(id)).isEqualTo(1);
    }

    @Test
    void aBatchIsStoredWhole() throws Exception {
        String messages = IntStream.range(0, 50)
                .mapToObj(i -> text(id("batch-" + i), customer, "Message " + i))
                .collect(Collectors.joining(","));

        accepted(webhook.cloud(envelope(CLOUD_NUMBER, "messages", "\"messages\":[" + messages + "]")));
        for (int i = 0; i < 50; i++) {
            storedOnce(id("batch-" + i));
        }
    }

    @Test
    void oddPartsCostNoOther() throws Exception {
        String good = id("good");
        accepted(webhook.cloud(envelope(
                CLOUD_NUMBER,
                "messages",
                "\"contacts\":null,\"messages\":[null,\"x\",{},[],{\"id\":\"" + id("none") + "\",\"type\":\"text\"},"
                        + text(good, customer, "a\\u0000b\\ud83dc") + ",{\"id\":\"" + id("new") + "\",\"from\":\""
                        + customer + "\",\"type\":\"hologram\"}],\"statuses\":[{\"id\":\"" + id("orbit")
                        + "\",\"status\":\"in_orbit\"}]")));

        storedOnce(good);
        storedOnce(id("new"));
        assertThat(stored(id("none"))).isZero();
        assertThat(column("body", good)).isEqualTo("ab\ufffdc");
        assertThat(column("type", id("new"))).isEqualTo("UNSUPPORTED");
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() throws Exception {
        String id = id("latin");
        String body = envelope(CLOUD_NUMBER, "messages", "\"messages\":[" + text(id, customer, "d\u00e9j\u00e0") + "]");

        accepted(webhook.cloud(body.getBytes(StandardCharsets.ISO_8859_1)));
        storedOnce(id);
        assertThat(column("body", id)).isEqualTo("d\ufffdj\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"history,unused-field: history", "horoscope,unknown-field: horoscope"})
    void whatIsNotUsedLeavesAReason(String field, String reason) throws Exception {
        accepted(webhook.cloud(envelope(CLOUD_NUMBER, field, "\"x\":\"" + id(field) + "\"")));

        Await.that("reason noted", () -> Database.value("""
                select count(*) from channel_inbound_event where outcome = 'IGNORED' and reason = ?
                and received_at > now() - interval '1 minute'""", reason).equals(1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"object\":\"whatsapp_business_account\",\"entry\":[]}",
                "{\"object\":\"whatsapp_business_account\",\"entry\":null}",
                "{\"object\":\"instagram\",\"entry\":[{\"id\":\"1\"}]}",
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":null}]}]}"
            })
    void whatSaysNothingIsAccepted(String body) throws Exception {
        accepted(webhook.cloud(body));
    }

    @Test
    void aNumberThatNobodyConnectedIsAcceptedAndNotStored() throws Exception {
        String id = id("stray");

        accepted(webhook.cloud(envelope("999", "messages", "\"messages\":[" + text(id, customer, "x") + "]")));
        followedByAnother();
        assertThat(stored(id)).isZero();
        assertThat(noted(id)).isZero();
    }

    @Test
    void anAddressDoesNotReachAnotherTenantsNumber() throws Exception {
        String id = id("foreign");

        accepted(
                webhook.dialog360(envelope("555000333", "messages", "\"messages\":[" + text(id, customer, "x") + "]")));
        storedOnce(id);
        assertThat(Database.value("""
                select c.provider_number_id from conversation_message m join channel_channel c on c.id = m.channel_id
                where m.provider_message_id = ?""", id)).isEqualTo(DIALOG_360_NUMBER);
    }

    private String id(String what) {
        return "wamid.it-" + run + "-" + what;
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    /** A status and one word: never a page, never a stack trace. */
    private static void refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).matches("\\{\"error\":\"[a-z-]+\"}");
        assertThat(answer.headers().map().keySet()).doesNotContain("set-cookie");
    }

    private int statusOrClosed(HttpRequest.Builder request) throws InterruptedException {
        try {
            return webhook.send(request).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    /** The same customer's next message is stored: what came before it has been dealt with. */
    private void followedByAnother() throws Exception {
        String next = id("next");
        accepted(webhook.cloud(envelope(CLOUD_NUMBER, "messages", "\"messages\":[" + text(next, customer, "x") + "]")));
        storedOnce(next);
    }

    private static void storedOnce(String id) throws Exception {
        Await.until(id + " stored", () -> stored(id), count -> count == 1);
    }

    private static long stored(String id) throws Exception {
        return (Long) Database.value("select count(*) from conversation_message where provider_message_id = ?", id);
    }

    private static Object column(String column, String id) throws Exception {
        return Database.value("select " + column + " from conversation_message where provider_message_id = ?", id);
    }

    /** How often the key was taken in, whatever became of it. */
    private static long noted(String key) throws Exception {
        return (Long) Database.value("select count(*) from channel_inbound_event where key = ?", key);
    }
}
