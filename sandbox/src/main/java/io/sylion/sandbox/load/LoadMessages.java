package io.sylion.sandbox.load;

import io.sylion.sandbox.http.HttpLoop;
import io.sylion.sandbox.http.WireJson;
import io.sylion.sandbox.whatsapp.WebhookSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The posts of a run. A message's id tells run, customer and number in the customer's order. */
public final class LoadMessages {
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final LoadPlan plan;
    private final URI target;
    private final String prefix;
    private final String text;
    private final long firstPhone;
    private final long begun = System.currentTimeMillis();

    public LoadMessages(LoadPlan plan) {
        this.plan = plan;
        target = plan.base().resolve(plan.path());
        // runs at the same time differ in message ids, and in customers unless they are of different tenants
        prefix = "wamid.LOAD" + Long.toString(begun, 36).toUpperCase(Locale.ROOT) + "R" + RUNS.getAndIncrement() + "x";
        String escaped =
                new String(WireJson.escaped(WireJson.object().textNode(plan.text())), StandardCharsets.US_ASCII);
        text = escaped.substring(1, escaped.length() - 1);
        firstPhone = 33700000000L + begun / 1000 % 90_000 * 100_000;
    }

    public String prefix() {
        return prefix;
    }

    public String id(int customer, int number) {
        return prefix + customer + "x" + number;
    }

    /** Customer and number of a message of this run, or null. */
    public int[] parse(String id) {
        if (id == null || !id.startsWith(prefix)) {
            return null;
        }
        int middle = id.indexOf('x', prefix.length());
        return new int[] {
            Integer.parseInt(id, prefix.length(), middle, 10), Integer.parseInt(id, middle + 1, id.length(), 10)
        };
    }

    String phone(int customer) {
        return Long.toString(firstPhone + customer);
    }

    /** Whether the number is one of this run's customers'. */
    boolean isCustomer(String phone) {
        if (!phone.matches("\\d{11}")) {
            return false;
        }
        long place = Long.parseLong(phone) - firstPhone;
        return place >= 0 && place < plan.customers();
    }

    byte[] post(int customer, int number) {
        return post(change(customer, number));
    }

    /** One post with every message of the run. */
    public byte[] postAll() {
        StringBuilder changes = new StringBuilder();
        for (int customer = 0; customer < plan.customers(); customer++) {
            for (int number = 0; number < plan.ofCustomer(customer); number++) {
                changes.append(changes.isEmpty() ? "" : ",").append(change(customer, number));
            }
        }
        return post(changes.toString());
    }

    private String change(int customer, int number) {
        String line = plan.line(customer);
        return "{\"field\":\"messages\",\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\""
                + line + "\",\"phone_number_id\":\"" + line
                + "\"},\"contacts\":[{\"profile\":{\"name\":\"Client " + customer + "\"},\"wa_id\":\""
                + phone(customer) + "\"}],\"messages\":[{\"from\":\"" + phone(customer) + "\",\"id\":\""
                + id(customer, number) + "\",\"timestamp\":\"" + writtenAt(customer, number)
                + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text + " (" + number + ")\"}}]}}";
    }

    /** Seconds since 1970. Messages that are posted in the wrong order were written a second apart, all before the first post. */
    private long writtenAt(int customer, int number) {
        long written = plan.habits().swapped()
                ? begun / 1000 - plan.ofCustomer(customer) + number
                : System.currentTimeMillis() / 1000;
        return written - plan.habits().age();
    }

    private byte[] post(String changes) {
        byte[] body = ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"100200300\",\"changes\":["
                        + changes + "]}]}")
                .getBytes(StandardCharsets.US_ASCII);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "facebookexternalua");
        if (!plan.secret().isEmpty()) {
            headers.put("X-Hub-Signature-256", WebhookSignature.of(plan.secret(), body));
        }
        if (plan.header() != null) {
            int colon = plan.header().indexOf(':');
            headers.put(
                    plan.header().substring(0, colon).strip(),
                    plan.header().substring(colon + 1).strip());
        }
        return HttpLoop.request("POST", target, headers, body);
    }
}
