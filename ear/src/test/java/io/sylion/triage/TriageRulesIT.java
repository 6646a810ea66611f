package io.sylion.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant's rules and examples do on the way of real messages. */
class TriageRulesIT {
    private static final DemoChannel CHANNEL = DemoChannel.BOUTIQUE;

    @BeforeEach
    @AfterEach
    void withoutRules() throws Exception {
        TenantsRules.forget();
        Database.update("delete from control_switch where tenant_id = ?", CHANNEL.tenant());
    }

    @Test
    void aMessageIsIgnoredByARuleAndTheDecisionSaysWhich() throws Exception {
        UUID id = UUID.randomUUID();
        new TenantsRules(CHANNEL).with(id, "Publicité", "IGNORE", "backlinks").save();
        TenantsRules.decision(CHANNEL, "Je vends des BACKLINKS", "rule:Publicité");

        Customer customer = Customer.of(CHANNEL);
        Map<String, Object> decision = customer.decision(customer.writes("Besoin d’un backlink ?"));
        assertThat(decision)
                .containsEntry("outcome", "IGNORED")
                .containsEntry("rule", "rule:" + id)
                .containsEntry("reason", "rule:Publicité");
        assertThat((String) decision.get("facts"))
                .contains("\"found\": [\"backlinks\"]")
                .contains("\"ruleSet\": 1")
                .doesNotContain("Besoin");
        customer.settles();
        assertThat(customer.got()).isEmpty();
    }

    @Test
    void toEscalateTellsTheCustomerAndSilencesTheAi() throws Exception {
        new TenantsRules(CHANNEL)
                .with(UUID.randomUUID(), "Litiges", "ESCALATE", "zorglub")
                .save();
        TenantsRules.decision(CHANNEL, "zorglub !", "rule:Litiges");

        Customer customer = Customer.of(CHANNEL);
        assertThat(customer.decision(customer.writes("Un zorglub, c’est inadmissible")))
                .containsEntry("outcome", "ESCALATED");
        customer.gets(1);
        assertThat(customer.conversation("escalated")).isEqualTo(true);
        assertThat(customer.conversation("handler")).isEqualTo("NOBODY");
        assertThat(customer.conversation("triage_reason")).isEqualTo("rule:Litiges");
        assertThat(customer.decision(customer.writes("Quels sont vos délais de livraison ?")))
                .containsEntry("rule", "awaiting-member");
    }

    @Test
    void aRuleToAnswerGoesBeforeTheWishForAPerson() throws Exception {
        new TenantsRules(CHANNEL)
                .with(UUID.randomUUID(), "Livraison", "AUTO_REPLY", "délais de livraison")
                .save();
        Map<String, Object> decision = TenantsRules.decision(
                CHANNEL, "Je peux parler à quelqu’un des délais de livraison ?", "rule:Livraison");
        assertThat(decision).containsEntry("triage", "AUTO_REPLY");
    }

    @Test
    void aMessageLikeAnExampleGetsNoAnswer() throws Exception {
        TenantsRules.addExample(CHANNEL, "Bien reçu, merci !", "bien recu merci");
        Map<String, Object> decision = TenantsRules.decision(CHANNEL, "bien reçu merci 👍", "ignore-example");
        assertThat(decision).containsEntry("outcome", "IGNORED");
        assertThat((String) decision.get("facts")).contains("\"similarity\": 1.000");
        Customer customer = Customer.of(CHANNEL);
        customer.writes("Bien reçu, merci. Quels sont vos délais de livraison ?");
        customer.gets(1);
    }

    @Test
    void oneTenantsRulesAreNoOtherTenants() throws Exception {
        new TenantsRules(CHANNEL)
                .with(UUID.randomUUID(), "Horaires", "IGNORE", "horaires")
                .save();
        TenantsRules.addExample(CHANNEL, "Quels sont vos horaires ?", "quels sont vos horaires ?");
        TenantsRules.decision(CHANNEL, "Vos horaires SVP", "rule:Horaires");
        Customer other = Customer.of(DemoChannel.ATELIER);
        assertThat(other.decision(other.writes("Quels sont vos horaires ?"))).containsEntry("rule", "default");
    }

    @Test
    void offIsOffWhateverTheRulesSay() throws Exception {
        new TenantsRules(CHANNEL)
                .with(UUID.randomUUID(), "Toujours", "AUTO_REPLY", "livraison")
                .save();
        TenantsRules.decision(CHANNEL, "La livraison ?", "rule:Toujours");
        Database.update("""
                insert into control_switch (id, tenant_id, created_at, active, changed_at, changed_by)
                values (gen_random_uuid(), ?, now(), false, now(), 'Test')""", CHANNEL.tenant());
        Customer customer = Customer.of(CHANNEL);
        assertThat(customer.decision(customer.writes("Quels sont vos délais de livraison ?")))
                .containsEntry("rule", "ai-off");
        customer.settles();
        assertThat(customer.got()).isEmpty();
    }
}
