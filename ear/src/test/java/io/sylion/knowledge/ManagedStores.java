package io.sylion.knowledge;

import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import java.sql.SQLException;

/** Where the demo's tenants search, changed behind the application's back: it learns of it within some seconds. */
final class ManagedStores {
    private ManagedStores() {}

    static void choose(DemoChannel channel, String name) throws SQLException {
        Database.update("delete from knowledge_retrieval_choice where tenant_id = ?", channel.tenant());
        Database.update("""
                insert into knowledge_retrieval_choice
                    (id, tenant_id, created_at, mode, store_project, store_location, store_kind, store_name, changed_at, changed_by)
                values (gen_random_uuid(), ?, now(), 'VERTEX_SEARCH', 'boutique-documents', 'EU', 'ENGINE', ?, now(), 'test')""", channel.tenant(), name);
    }

    static void forget(DemoChannel channel) throws SQLException {
        Database.update("delete from knowledge_retrieval_choice where tenant_id = ?", channel.tenant());
    }
}
