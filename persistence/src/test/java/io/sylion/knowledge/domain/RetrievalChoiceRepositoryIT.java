package io.sylion.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.tenant.domain.TenantScope;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrievalChoiceRepositoryIT extends DatabaseTest {
    private static final Instant NOW = noon("2026-11-25");
    private static final ManagedStore STORE =
            new ManagedStore("shop-1", StoreLocation.EU, StoreKind.DATA_STORE, "help-desk");

    @Test
    void aChoiceIsTheTenantsOwnAndMayBeTakenBack() throws Exception {
        TenantScope tenant = newTenant();
        TenantScope other = newTenant();
        assertThat(choice(tenant)).isEmpty();
        inTransaction(tenant, entities -> {
            RetrievalChoice choice = new RetrievalChoice(NOW, "Léa");
            choice.searchStore(STORE, NOW, "Léa");
            new RetrievalChoiceRepository(entities).add(choice);
            return null;
        });
        assertThat(choice(tenant)).contains(new RetrievalChoiceDetails(RetrievalMode.VERTEX_SEARCH, STORE, NOW, "Léa"));
        assertThat(choice(other)).isEmpty();

        Instant later = NOW.plusSeconds(60);
        inTransaction(tenant, entities -> {
            new RetrievalChoiceRepository(entities).find().orElseThrow().searchOwnIndex(later, "Hugo");
            return null;
        });
        assertThat(choice(tenant))
                .as("the store is still known")
                .contains(new RetrievalChoiceDetails(RetrievalMode.OWN_INDEX, STORE, later, "Hugo"));
    }

    private static Optional<RetrievalChoiceDetails> choice(TenantScope tenant) {
        return inTransaction(
                tenant,
                entities -> new RetrievalChoiceRepository(entities).find().map(RetrievalChoice::details));
    }
}
