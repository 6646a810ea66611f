-- Where a tenant's assistants search. No row means the own index; the store is kept while the own index is in use.
CREATE TABLE knowledge_retrieval_choice (
    id             uuid PRIMARY KEY,
    tenant_id      uuid        NOT NULL REFERENCES tenant_tenant (id),
    version        integer     NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL,
    mode           text        NOT NULL CHECK (mode IN ('OWN_INDEX', 'VERTEX_SEARCH')),
    store_project  text,
    store_location text CHECK (store_location IN ('GLOBAL', 'EU', 'US')),
    store_kind     text CHECK (store_kind IN ('ENGINE', 'DATA_STORE')),
    store_name     text,
    changed_at     timestamptz NOT NULL,
    changed_by     text        NOT NULL,
    CONSTRAINT ck_knowledge_retrieval_choice_store CHECK (
        mode = 'OWN_INDEX' OR num_nonnulls(store_project, store_location, store_kind, store_name) = 4)
);
COMMENT ON COLUMN knowledge_retrieval_choice.store_name IS 'id of the engine or data store';
CREATE UNIQUE INDEX uq_knowledge_retrieval_choice_tenant_id ON knowledge_retrieval_choice (tenant_id);
SELECT platform_protect('knowledge_retrieval_choice');
