package io.sylion.triage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Web;
import java.util.Map;
import java.util.UUID;

/** Rules and examples of a demo tenant, put behind the application's back: it sees them within seconds. */
final class TenantsRules {
    private final DemoChannel channel;
    private final ArrayNode rules = Web.JSON.createArrayNode();

    TenantsRules(DemoChannel channel) {
        this.channel = channel;
    }

    TenantsRules with(UUID id, String name, String decision, String keyword) {
        ObjectNode rule = rules.addObject()
                .put("id", id.toString())
                .put("name", name)
                .put("enabled", true)
                .put("decision", decision)
                .put("minimumConfidence", 0.60);
        rule.putArray("keywords").add(keyword);
        return this;
    }

    void save() throws Exception {
        Database.update("""
                insert into triage_rule_set (id, tenant_id, created_at, number, saved_by, rule_count, rules)
                select gen_random_uuid(), ?, now(), coalesce(max(number), 0) + 1, 'Test', ?, cast(? as jsonb)
                from triage_rule_set where tenant_id = ?""", channel.tenant(), rules.size(), rules.toString(), channel.tenant());
    }

    static void addExample(DemoChannel channel, String words, String comparedBy) throws Exception {
        Database.update("""
                insert into triage_example (id, tenant_id, created_at, words, compared_by, added_by)
                values (gen_random_uuid(), ?, now(), ?, ?, 'Test')""", channel.tenant(), words, comparedBy);
    }

    /** As if nobody had ever saved any. */
    static void forget() throws Exception {
        Database.update("delete from triage_rule_set");
        Database.update("delete from triage_example");
    }

    /** The decision on this text, once it is of that rule: each time by a new customer. */
    static Map<String, Object> decision(DemoChannel channel, String text, String reason) throws Exception {
        return Await.until(
                "« " + text + " » decided by " + reason,
                () -> {
                    Customer customer = Customer.of(channel);
                    return customer.decision(customer.writes(text));
                },
                decision -> reason.equals(decision.get("reason")));
    }
}
