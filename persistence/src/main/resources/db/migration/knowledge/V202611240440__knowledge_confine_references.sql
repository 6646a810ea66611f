-- References of knowledge stay within the tenant, as all others do.
ALTER TABLE knowledge_base ADD CONSTRAINT uq_knowledge_base_tenant_id_id UNIQUE (tenant_id, id);
ALTER TABLE knowledge_document ADD CONSTRAINT uq_knowledge_document_tenant_id_id UNIQUE (tenant_id, id);
DROP INDEX ix_knowledge_base_tenant_id;
DROP INDEX ix_knowledge_document_tenant_id;

ALTER TABLE knowledge_document
    DROP CONSTRAINT knowledge_document_base_id_fkey,
    ADD CONSTRAINT fk_knowledge_document_base_id FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_base (tenant_id, id);
ALTER TABLE knowledge_passage
    DROP CONSTRAINT knowledge_passage_document_id_fkey,
    ADD CONSTRAINT fk_knowledge_passage_document_id FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_document (tenant_id, id) ON DELETE CASCADE,
    ADD CONSTRAINT fk_knowledge_passage_base_id FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_base (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE knowledge_term
    DROP CONSTRAINT knowledge_term_base_id_fkey,
    ADD CONSTRAINT fk_knowledge_term_base_id FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_base (tenant_id, id) ON DELETE CASCADE;
