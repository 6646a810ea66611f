package io.sylion.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One person writes to two businesses: neither learns of the other. */
class CrossTenantIT {
    @Test
    void aPersonWhoWritesToTwoBusinessesIsTwoContacts() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        Customer sameAtAtelier = customer.at(DemoChannel.ATELIER);
        String toBoutique = customer.writes("Quels sont vos délais de livraison ?");
        String toAtelier = sameAtAtelier.writes("Quels sont vos horaires ?");
        customer.decision(toBoutique);
        customer.decision(toAtelier);
        customer.settles();

        List<Map<String, Object>> contacts = Database.rows(
                "select tenant_id, contact_id from contact_identity where kind = 'PHONE' and value = ?",
                customer.phone());
        assertThat(contacts).hasSize(2);
        assertThat(contacts)
                .extracting("tenant_id")
                .containsExactlyInAnyOrder(DemoChannel.BOUTIQUE.tenant(), DemoChannel.ATELIER.tenant());
        assertThat(contacts).extracting("contact_id").doesNotHaveDuplicates();
        for (DemoChannel channel : List.of(DemoChannel.BOUTIQUE, DemoChannel.ATELIER)) {
            assertThat(tenantsOf(channel, customer.phone())).containsOnly(channel.tenant());
        }
        assertThat(customer.got()).extracting("context").containsExactlyInAnyOrder(toBoutique, toAtelier);
        assertThat(customer.got())
                .allSatisfy(sent -> assertThat(sent.channel())
                        .isEqualTo((sent.context().equals(toBoutique) ? DemoChannel.BOUTIQUE : DemoChannel.ATELIER)
                                .numberId()));
    }

    /** Passages that an answer rests on are the tenant's own. */
    @Test
    void anAnswerRestsOnTheTenantsOwnKnowledge() throws Exception {
        Customer customer = Customer.of(DemoChannel.ATELIER);
        String asked = customer.writes("Quels sont vos délais de livraison ?");
        String passages = (String) customer.decision(asked).get("cited");
        for (Map<String, Object> foreign : Database.rows(
                "select id::text from knowledge_document where tenant_id <> ?", DemoChannel.ATELIER.tenant())) {
            assertThat(passages == null ? "" : passages).doesNotContain((String) foreign.get("id"));
        }
    }

    private static List<Object> tenantsOf(DemoChannel channel, String phone) throws Exception {
        UUID id = channel.id();
        return Database.rows("""
                        select m.tenant_id from conversation_message m
                        join conversation_conversation c on c.id = m.conversation_id
                        join contact_identity i on i.contact_id = c.contact_id
                        where m.channel_id = ? and i.value = ?""", id, phone).stream()
                .map(row -> row.get("tenant_id"))
                .toList();
    }
}
