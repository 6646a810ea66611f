-- How many of the ten nearest passages of the large base the index finds, as the product asks it; 100 questions near its passages.
\set ON_ERROR_STOP 1
\pset tuples_only on
\pset format unaligned
SET client_min_messages = warning;
SELECT b.id AS base, b.tenant_id AS tenant FROM knowledge_base b JOIN tenant_tenant t ON t.id = b.tenant_id AND t.slug = 'boutique-lumiere' WHERE b.name = 'Banc' \gset
SELECT m.id AS model, m.dimension AS dimension FROM knowledge_base b JOIN knowledge_model m ON m.id = b.model_id WHERE b.id = :'base' \gset
SELECT setseed(0.5) \g /dev/null
CREATE TEMP TABLE question AS
SELECT row_number() OVER () AS number, l2_normalize(embedding + (SELECT array_agg((random() - 0.5) * 0.06 + 0 * (position + g))::vector FROM generate_series(1, :dimension) g)) AS vector
FROM (SELECT embedding, position FROM knowledge_vector WHERE base_id = :'base' AND model_id = :model ORDER BY md5(passage_id::text) LIMIT 100) near;
CREATE TEMP TABLE right_one AS
SELECT q.number, near.id FROM question q CROSS JOIN LATERAL (
    SELECT v.passage_id AS id FROM knowledge_vector v WHERE v.base_id = :'base' AND v.model_id = :model ORDER BY v.embedding <=> q.vector LIMIT 10) near;
SELECT set_config('hnsw.iterative_scan', 'strict_order', false), set_config('hnsw.ef_search', '100', false), set_config('enable_seqscan', 'off', false), set_config('enable_bitmapscan', 'off', false), set_config('enable_sort', 'off', false) \g /dev/null
SELECT format($f$CREATE TEMP TABLE found AS SELECT q.number, near.id FROM question q CROSS JOIN LATERAL (
    SELECT v.passage_id AS id FROM knowledge_vector v JOIN knowledge_document d ON d.id = v.document_id AND d.indexed_revision = v.revision
    WHERE v.tenant_id = %L AND v.base_id = %L AND v.model_id = %s
    ORDER BY (v.embedding::vector(%s)) <=> (q.vector::vector(%s)) LIMIT 10) near$f$, :'tenant', :'base', :model, :dimension, :dimension) \gexec
SELECT round(count(f.id)::numeric / count(*), 3) FROM right_one r LEFT JOIN found f USING (number, id);
