package io.sylion.sandbox.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a load run does, from its flags.
 *
 * @param lines phone number ids; each stands for a tenant's number
 * @param rate posts per second, 0 for a closed loop: as many as the connections carry
 * @param pattern when a customer sends the next message
 * @param habits what providers do that makes a message come twice, late or in the wrong order
 * @param strict each message must have a reply of its own; otherwise a reply covers the customer's earlier messages
 * @param warmUp messages that are posted before the run and not measured
 * @param ledger address of the sandbox, or null when replies are not looked at
 */
public record LoadPlan(
        URI base,
        String path,
        String secret,
        String header,
        List<String> lines,
        int messages,
        double rate,
        int connections,
        int customers,
        Pattern pattern,
        Habits habits,
        boolean strict,
        int attempts,
        int warmUp,
        URI ledger,
        boolean register,
        String knobs,
        int patience,
        String json,
        String text,
        Map<String, String> others) {

    /** A customer's messages go all at once, each after the former's acknowledgement, or each after the former's reply. */
    public enum Pattern {
        BURST,
        AFTER_ACKNOWLEDGEMENT,
        AFTER_REPLY;

        static Pattern of(String word) {
            return switch (word) {
                case "burst" -> BURST;
                case "after-ack", "one-after-other" -> AFTER_ACKNOWLEDGEMENT;
                case "after-reply" -> AFTER_REPLY;
                default ->
                    throw new IllegalArgumentException(
                            "--pattern must be after-ack, after-reply or burst, not " + word);
            };
        }
    }

    /**
     * What providers do now and then.
     *
     * @param twice each post goes out twice at a time, and once more after it was acknowledged
     * @param swapped of a customer's messages each second one comes before the first
     * @param age seconds between a message and its post
     */
    public record Habits(boolean twice, boolean swapped, int age) {
        static final Habits NONE = new Habits(false, false, 0);
    }

    private static final Set<String> SWITCHES = Set.of("strict", "no-register", "twice", "swapped");

    private static final Set<String> OTHERS =
            Set.of("kill-command", "start-command", "kill-after", "in-doubt-command", "down");

    public static final String USAGE = """
            --base-url URL            application, default http://127.0.0.1:8080
            --webhook-path PATH       default /hooks/whatsapp/cloud/demo-cloud
            --app-secret SECRET       signs the posts, default demo-app-secret; empty: no signature
            --header "NAME: VALUE"    a further header, as 360dialog numbers have it
            --phone-number-ids IDS    a,b,c or first+count, default 555000111; each stands for a tenant
            --tenants N               short for first+N
            --messages N              default 1000
            --rate N                  posts per second; default 0: closed loop
            --connections N           default 64
            --customers N             default 100
            --pattern P               a customer's next message goes after-ack (the 200 for the one before; default),
                                      after-reply (which --ledger-url tells) or burst (all at once)
            --twice                   each post goes out twice at a time, and once more when it was acknowledged
            --swapped                 of a customer's messages each second one is posted before the first
            --age SECONDS             messages were written so long ago, default 0
            --strict                  every message needs a reply of its own
            --attempts N              posts of a message until it is acknowledged, default 20
            --warm-up N               messages before the run that are not measured, default 0
            --ledger-url URL          sandbox that counts the replies, e.g. http://127.0.0.1:8090/sandbox
            --no-register             do not make the phone number ids known to the sandbox
            --knobs JSON              set at the sandbox before the start
            --wait SECONDS            longest silence while replies are missing, default 30
            --text TEXT               what customers write
            --json FILE               result as JSON
            """;

    public static LoadPlan parse(String[] arguments, int messages, boolean oneEach) {
        Map<String, String> flags = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (SWITCHES.contains(name)) {
                flags.put(name, "true");
            } else if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
                flags.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException("Not understood: " + arguments[i]);
            }
        }
        int count = Integer.parseInt(take(flags, "messages", Integer.toString(messages)));
        String tenants = take(flags, "tenants", null);
        String ids = take(flags, "phone-number-ids", "555000111");
        Pattern pattern = Pattern.of(take(flags, "pattern", "after-ack"));
        String ledger = take(flags, "ledger-url", null);
        if (pattern == Pattern.AFTER_REPLY && ledger == null) {
            throw new IllegalArgumentException("--pattern after-reply needs --ledger-url");
        }
        int customers = Integer.parseInt(take(flags, "customers", oneEach ? Integer.toString(count) : "100"));
        LoadPlan plan = new LoadPlan(
                URI.create(take(flags, "base-url", "http://127.0.0.1:8080")),
                take(flags, "webhook-path", "/hooks/whatsapp/cloud/demo-cloud"),
                take(flags, "app-secret", "demo-app-secret"),
                take(flags, "header", null),
                lines(tenants == null || ids.contains("+") || ids.contains(",") ? ids : ids + "+" + tenants),
                count,
                Double.parseDouble(take(flags, "rate", oneEach ? "100" : "0")),
                Integer.parseInt(take(flags, "connections", "64")),
                Math.min(customers, count),
                pattern,
                new Habits(
                        take(flags, "twice", null) != null,
                        take(flags, "swapped", null) != null,
                        Integer.parseInt(take(flags, "age", "0"))),
                take(flags, "strict", null) != null,
                Integer.parseInt(take(flags, "attempts", oneEach ? "200" : "20")),
                Integer.parseInt(take(flags, "warm-up", "0")),
                ledger == null ? null : URI.create(ledger.replaceFirst("/$", "")),
                take(flags, "no-register", null) == null,
                take(flags, "knobs", null),
                Integer.parseInt(take(flags, "wait", oneEach ? "90" : "30")),
                take(flags, "json", null),
                take(flags, "text", "Bonjour, quels sont vos délais de livraison ?"),
                flags);
        for (String name : flags.keySet()) {
            if (!OTHERS.contains(name)) {
                throw new IllegalArgumentException("Unknown flag --" + name);
            }
        }
        return plan;
    }

    private static String take(Map<String, String> flags, String name, String otherwise) {
        String value = flags.remove(name);
        return value == null ? otherwise : value;
    }

    private static List<String> lines(String ids) {
        int plus = ids.indexOf('+');
        if (plus < 0) {
            return List.of(ids.split(","));
        }
        long first = Long.parseLong(ids.substring(0, plus));
        int count = Integer.parseInt(ids.substring(plus + 1));
        List<String> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(Long.toString(first + i));
        }
        return lines;
    }

    /** The run before the run: as many customers, nothing measured. */
    LoadPlan warming() {
        return new LoadPlan(
                base,
                path,
                secret,
                header,
                lines,
                warmUp,
                0,
                connections,
                Math.min(customers, warmUp),
                Pattern.AFTER_ACKNOWLEDGEMENT,
                Habits.NONE,
                false,
                attempts,
                0,
                null,
                false,
                null,
                patience,
                null,
                text,
                Map.of());
    }

    String other(String name, String otherwise) {
        return others.getOrDefault(name, otherwise);
    }

    public int ofCustomer(int customer) {
        return messages / customers + (customer < messages % customers ? 1 : 0);
    }

    /** The customer's message that is posted at this place; also the place of a message with this number. */
    int place(int customer, int number) {
        int other = number ^ 1;
        return habits.swapped() && other < ofCustomer(customer) ? other : number;
    }

    String line(int customer) {
        return lines.get(customer % lines.size());
    }
}
