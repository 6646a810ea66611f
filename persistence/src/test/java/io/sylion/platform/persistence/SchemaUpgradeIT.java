package io.sylion.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What installations with data meet when they get a newer version: migrations that an empty schema takes without a word. */
class SchemaUpgradeIT extends DatabaseTest {
    /** Extensions stand in the public schema. */
    private static final String SEARCH_PATH = "upgrade, public";

    private static final String BEFORE_VECTORS = "202611242240";

    @BeforeEach
    @AfterEach
    void drop() throws SQLException {
        execute("drop schema if exists upgrade cascade");
    }

    @Test
    void passagesKeepTheirVectors() throws SQLException {
        migration().target(BEFORE_VECTORS).load().migrate();
        execute("""
                insert into tenant_tenant (id, slug, name, created_at)
                values ('00000000-0000-7000-8000-000000000001', 'old', 'Old', now());
                insert into knowledge_base (id, tenant_id, created_at, name)
                select gen_random_uuid(), id, now(), 'Base' from tenant_tenant;
                insert into knowledge_document (id, tenant_id, created_at, base_id, external_id, title, mime_type, language, body, state,
                    state_at, indexed_revision, model)
                select gen_random_uuid(), tenant_id, now(), id, 'document-' || n, 'Livraison', 'text/plain', 'fr', 'Texte.', 'INDEXED', now(), 1,
                    'all-minilm-l6-v2-q'
                from knowledge_base, generate_series(1, 20) n;
                insert into knowledge_passage (id, tenant_id, base_id, document_id, revision, position, heading, body, lexical, model, dimension, embedding)
                select gen_random_uuid(), tenant_id, base_id, id, 1, n, '', 'Texte.', '{1:1}/536870912', model, 384,
                    (select array_agg(sin(n * k)) from generate_series(1, 384) k)::vector
                from knowledge_document, generate_series(0, 4) n;
                """);

        migration().load().migrate();

        assertThat(number("""
                select count(*) from knowledge_vector v join knowledge_model m on m.id = v.model_id
                join knowledge_base b on b.id = v.base_id and b.model_id = m.id where m.name = 'all-minilm-l6-v2-q'""")).isEqualTo(100);
        assertThat(number("select count(*) from pg_indexes where schemaname = 'upgrade' and indexdef like '%hnsw%'"))
                .as("indexes over vectors")
                .isEqualTo(1);
    }

    private static FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(new RoleDataSource("OWNER"))
                .schemas("upgrade")
                .locations("classpath:db/migration");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect("OWNER");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SEARCH_PATH);
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect("OWNER");
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + SEARCH_PATH);
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
