-- 100,000 passages in a base of the demo's shop and 1,000 in each of 49 other tenants: copies of the passages that the instance has
-- indexed, each vector drawn towards that of another and moved a little, so that words and neighbourhoods are like those of real texts.
-- Run by the administrator.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SET work_mem = '64MB';
-- references are right by construction; checking each row would double the time
SET session_replication_role = replica;

SELECT EXISTS (SELECT FROM tenant_tenant WHERE slug = 'found-01') AS filled \gset
\if :filled
  \quit
\endif

SELECT b.model_id AS model, m.dimension AS dimension, 'ix_knowledge_vector_' || b.model_id AS index
FROM knowledge_base b JOIN knowledge_model m ON m.id = b.model_id LIMIT 1 \gset

BEGIN;
CREATE FUNCTION pg_temp.id_of(kind text, number bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (lpad(to_hex((extract(epoch FROM timestamptz '2026-11-24') * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid FROM md5('retrieval' || kind || number) h $$;

INSERT INTO tenant_tenant (id, slug, name, created_at)
SELECT pg_temp.id_of('tenant', n), 'found-' || lpad(n::text, 2, '0'), 'Savoir ' || n, now() FROM generate_series(1, 49) n;
CREATE TEMP TABLE places ON COMMIT DROP AS
SELECT 0 AS place, id AS tenant_id, 25000 AS documents FROM tenant_tenant WHERE slug = 'boutique-lumiere'
UNION ALL SELECT n, pg_temp.id_of('tenant', n), 250 FROM generate_series(1, 49) n;
INSERT INTO knowledge_base (id, tenant_id, created_at, name, model_id)
SELECT pg_temp.id_of('base', place), tenant_id, now(), 'Banc', :model FROM places;

CREATE TEMP TABLE source ON COMMIT DROP AS
SELECT row_number() OVER () - 1 AS number, f.* FROM (
    -- each text once: those that were indexed again and again would crowd the rest out
    SELECT DISTINCT ON (p.body) p.heading, p.body, p.lexical, v.embedding
    FROM knowledge_passage p JOIN knowledge_document d ON d.id = p.document_id AND d.indexed_revision = p.revision
    JOIN knowledge_vector v ON v.tenant_id = p.tenant_id AND v.passage_id = p.id AND v.model_id = :model
    ORDER BY p.body, p.id) f;
CREATE TEMP TABLE source_term ON COMMIT DROP AS
SELECT number, split_part(pair, ':', 1)::integer AS term, split_part(pair, ':', 2)::real AS weight
FROM source, string_to_table(substring(lexical::text FROM '{(.*)}'), ',') pair;
SELECT count(*) AS sources FROM source \gset

CREATE TEMP TABLE copy ON COMMIT DROP AS
SELECT p.place, p.tenant_id, d AS document, i AS position, pg_temp.id_of('document' || p.place || '-', d) AS document_id, pg_temp.id_of('passage' || p.place || '-', d * 4 + i) AS id,
    (abs(hashint8(p.place * 1000003 + d * 4 + i)) % :sources) AS number
FROM places p, generate_series(1, p.documents) d, generate_series(0, 3) i;

INSERT INTO knowledge_document (id, tenant_id, created_at, base_id, external_id, title, mime_type, language, body, state, state_at, revision, indexed_revision, passages)
SELECT document_id, tenant_id, now(), pg_temp.id_of('base', place), 'banc-' || document, 'Document ' || document, 'text/plain', 'fr', 'Texte', 'INDEXED', now(), 1, 1, 4
FROM copy WHERE position = 0;

DROP INDEX IF EXISTS :"index";
INSERT INTO knowledge_passage (id, tenant_id, base_id, document_id, revision, position, heading, body, lexical)
SELECT c.id, c.tenant_id, pg_temp.id_of('base', c.place), c.document_id, 1, c.position, s.heading, s.body, s.lexical FROM copy c JOIN source s USING (number);
INSERT INTO knowledge_vector (tenant_id, passage_id, model_id, base_id, document_id, revision, position, embedding)
SELECT c.tenant_id, c.id, :model, pg_temp.id_of('base', c.place), c.document_id, 1, c.position,
    l2_normalize(s.embedding + o.embedding * array_fill(0.6::real, ARRAY[:dimension])::vector + (SELECT array_agg((random() - 0.5) * 0.06 + 0 * (c.document + g))::vector FROM generate_series(1, :dimension) g))
FROM copy c JOIN source s USING (number) JOIN source o ON o.number = abs(hashint8(c.place * 7919 + c.document * 4 + c.position)) % :sources;
INSERT INTO knowledge_posting (tenant_id, base_id, term, passage_id, weight)
SELECT c.tenant_id, pg_temp.id_of('base', c.place), t.term, c.id, t.weight FROM copy c JOIN source_term t USING (number) ORDER BY 1, 2, 3, 4;
INSERT INTO knowledge_term (tenant_id, base_id, term, passages)
SELECT c.tenant_id, pg_temp.id_of('base', c.place), t.term, count(*) FROM copy c JOIN source_term t USING (number) GROUP BY 1, 2, 3
UNION ALL SELECT tenant_id, pg_temp.id_of('base', place), 0, count(*) FROM copy GROUP BY 1, 2;
COMMIT;
SELECT knowledge_index_model(:model);
VACUUM ANALYZE knowledge_document, knowledge_passage, knowledge_vector, knowledge_posting, knowledge_term;
