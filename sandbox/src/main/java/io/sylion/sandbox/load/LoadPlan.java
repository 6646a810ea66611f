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
 * @param burst customers send all their messages at once instead of one after the other
 * @param strict each message must have a reply of its own; otherwise a reply covers the customer's earlier messages
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
        boolean burst,
        boolean strict,
        int attempts,
        URI ledger,
        boolean register,
        String knobs,
        int patience,
        String json,
        String text,
        Map<String, String> others) {

    private static final Set<String> OTHERS =
            Set.of("kill-command", "start-command", "kill-after", "in-doubt-command", "down");

    public static final String USAGE = """
            --base-url URL            application, default http://127.0.0.1:8080
            --webhook-path PATH       default /hooks/whatsapp/cloud/demo-cloud
            --app-secret SECRET       signs the posts, default demo-app-secret; empty: no signature
            --header "NAME: VALUE"    a further header, as 360dialog numbers have it
            --phone-number-ids IDS    a,b,c or first+count, default 555000111
            --tenants N               short for first+N
            --messages N              default 1000
            --rate N                  posts per second; default 0: closed loop
            --connections N           default 64
            --customers N             default 100
            --pattern P               one-after-other (default) or burst
            --strict                  every message needs a reply of its own
            --attempts N              posts of a message until it is acknowledged, default 20
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
            if (name.equals("strict") || name.equals("no-register")) {
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
        String pattern = take(flags, "pattern", "one-after-other");
        if (!pattern.equals("burst") && !pattern.equals("one-after-other")) {
            throw new IllegalArgumentException("--pattern must be one-after-other or burst");
        }
        String ledger = take(flags, "ledger-url", null);
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
                pattern.equals("burst"),
                take(flags, "strict", null) != null,
                Integer.parseInt(take(flags, "attempts", oneEach ? "200" : "20")),
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

    String other(String name, String otherwise) {
        return others.getOrDefault(name, otherwise);
    }

    int ofCustomer(int customer) {
        return messages / customers + (customer < messages % customers ? 1 : 0);
    }

    String line(int customer) {
        return lines.get(customer % lines.size());
    }
}
