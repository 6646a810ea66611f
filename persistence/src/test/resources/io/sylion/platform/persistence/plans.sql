-- 60,000 messages of 12,000 conversations: enough that the planner decides as it does at a million. Tenant 0 has a bit of
-- everything, tenant 1 only closed conversations, tenant 2 open ones that nobody need look at; 47 small ones share the rest.
CREATE FUNCTION plan_id(at timestamptz, kind text, number bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid FROM md5(kind || number) h $$;

INSERT INTO tenant_tenant (id, slug, name, created_at)
SELECT plan_id('2026-01-01', 'tenant', n), 'plan-' || n, 'Plan ' || n, '2026-01-01' FROM generate_series(0, 49) n;

INSERT INTO channel_channel (id, tenant_id, created_at, provider, name, display_number, provider_number_id, base_url, webhook_key, access_token)
SELECT plan_id('2026-01-01', 'channel', n), plan_id('2026-01-01', 'tenant', n), '2026-01-01', 'CLOUD_API', 'WhatsApp', '+33 1', 'number-' || n,
    'http://127.0.0.1:9', 'key-' || n, '\x00'
FROM generate_series(0, 49) n;

-- began in steps of two minutes, the last one yesterday
CREATE TABLE plan_talk AS
SELECT n, place, began, plan_id('2026-01-01', 'tenant', place) AS tenant_id, plan_id('2026-01-01', 'channel', place) AS channel_id,
    plan_id(began, 'conversation', n) AS id, plan_id(began, 'contact', n) AS contact_id
FROM generate_series(0, 11999) n
    CROSS JOIN LATERAL (SELECT CASE WHEN n % 5 < 3 THEN n % 5 ELSE 3 + n / 5 % 47 END AS place,
        date_trunc('day', now()) - interval '1 day' - (11999 - n) * interval '2 minutes' AS began) t;

INSERT INTO contact_contact (id, tenant_id, created_at, name, language)
SELECT contact_id, tenant_id, began, 'Camille Martin ' || n, 'fr' FROM plan_talk;
INSERT INTO contact_identity (id, tenant_id, created_at, contact_id, kind, value)
SELECT plan_id(began, 'identity', n), tenant_id, began, contact_id, 'PHONE', '336' || lpad(n::text, 8, '0') FROM plan_talk;

INSERT INTO conversation_conversation (id, tenant_id, created_at, channel_id, contact_id, status, handler, member_id, triage, triage_reason,
    triage_confidence, escalated, last_activity_at, last_author, last_type, last_text, last_inbound_at, window_closes_at, unread_count, reply_due_at, send_due_at)
SELECT id, tenant_id, began, channel_id, contact_id,
    CASE WHEN place = 1 OR place <> 2 AND n % 3 = 0 THEN 'CLOSED' ELSE 'OPEN' END,
    CASE WHEN place <> 2 AND n % 20 = 10 THEN 'NOBODY' WHEN place <> 2 AND n % 50 = 5 THEN 'MEMBER' ELSE 'AI' END,
    CASE WHEN place <> 2 AND n % 50 = 5 THEN plan_id('2026-01-01', 'person', n % 3) END,
    CASE WHEN place <> 2 AND n % 20 = 10 THEN 'ESCALATE' WHEN place <> 2 AND n % 40 = 15 THEN 'IGNORE' ELSE 'AUTO_REPLY' END, 'question', 0.9,
    place <> 2 AND n % 20 = 10, began + interval '4 minutes', 'AI', 'TEXT', 'Votre commande ' || n || ' part sous 24 heures.', began + interval '3 minutes',
    began + interval '1 day', CASE WHEN n % 20 = 10 THEN 2 ELSE 0 END, CASE WHEN n % 2000 = 7 THEN now() END, CASE WHEN n % 2000 = 9 THEN now() END
FROM plan_talk;

INSERT INTO conversation_message (id, tenant_id, created_at, conversation_id, channel_id, author, type, body, occurred_at, provider_message_id, state, state_at)
SELECT plan_id(at, 'message', n * 5 + i), tenant_id, at, id, channel_id, CASE WHEN i % 2 = 0 THEN 'CUSTOMER' ELSE 'AI' END, 'TEXT',
    'Bonjour, quels sont vos délais de livraison ?', at, 'wamid.' || n * 5 + i,
    CASE WHEN i % 2 = 0 THEN 'RECEIVED' WHEN n % 500 = 0 THEN 'UNKNOWN' WHEN n % 500 = 1 THEN 'SENDING' WHEN n % 500 = 2 THEN 'QUEUED' ELSE 'READ' END, at
FROM plan_talk CROSS JOIN generate_series(0, 4) i CROSS JOIN LATERAL (SELECT began + i * interval '1 minute' AS at) a;

INSERT INTO conversation_message_key (channel_id, provider_message_id, tenant_id, message_id)
SELECT channel_id, provider_message_id, tenant_id, id FROM conversation_message;
INSERT INTO channel_inbound_event (channel_id, key, tenant_id, kind, received_at, outcome)
SELECT channel_id, provider_message_id, tenant_id, 'MESSAGE', created_at, 'APPLIED' FROM conversation_message WHERE author = 'CUSTOMER';
INSERT INTO conversation_parked_event (channel_id, key, provider_message_id, tenant_id, event, parked_at)
SELECT channel_id, 'status-' || n, 'wamid.other-' || n, tenant_id, '{}', began FROM plan_talk WHERE n % 4 = 0;
INSERT INTO conversation_client_key (tenant_id, client_key, message_id)
SELECT tenant_id, 'client-' || n, plan_id(began, 'message', n * 5) FROM plan_talk WHERE n % 4 = 0;
INSERT INTO conversation_delivery (message_id, status, tenant_id, occurred_at)
SELECT m.id, s.status, m.tenant_id, m.created_at FROM conversation_message m CROSS JOIN (VALUES ('sent'), ('read')) s (status)
WHERE m.state = 'READ' AND m.created_at > now() - interval '10 days';
INSERT INTO conversation_reaction (message_id, author, tenant_id, emoji, occurred_at)
SELECT plan_id(began, 'message', n * 5), 'CUSTOMER', tenant_id, '👍', began FROM plan_talk WHERE n % 4 = 0;
INSERT INTO conversation_media (id, tenant_id, created_at, message_id, channel_id, mime_type, state, asked_at)
SELECT plan_id(began, 'media', n), tenant_id, began, plan_id(began, 'message', n * 5), channel_id, 'image/jpeg',
    CASE WHEN n % 1000 = 0 THEN 'PENDING' ELSE 'STORED' END, began
FROM plan_talk WHERE n % 4 = 0;
INSERT INTO decision_record (id, tenant_id, created_at, conversation_id, message_id, triage, confidence, rule, reason, snapshot, outcome)
SELECT plan_id(began, 'decision', n * 5 + i), tenant_id, began, id, plan_id(began + i * interval '1 minute', 'message', n * 5 + i), 'AUTO_REPLY', 0.9, 'question',
    'question', '{}', CASE WHEN n % 500 = 2 THEN 'PENDING' ELSE 'REPLIED' END
FROM plan_talk CROSS JOIN (VALUES (0), (2)) v (i);

INSERT INTO usage_quota (tenant_id, metric, period, limit_units)
SELECT t.id, l.metric, month, 1000000 FROM tenant_tenant t, (SELECT DISTINCT metric FROM usage_plan_limit) l,
    generate_series(timestamp '2025-12-01', '2026-12-01', '1 month') month;
INSERT INTO usage_record (tenant_id, metric, reference, period, amount, occurred_at)
SELECT tenant_id, 'AI_REPLIES', 'used-' || n, '2026-11-01', 1, began FROM plan_talk;

INSERT INTO assistant_assistant (id, tenant_id, created_at, name, persona, hand_off_sentence, unknown_sentence)
SELECT plan_id('2026-01-01', 'assistant', n), plan_id('2026-01-01', 'tenant', n), '2026-01-01', 'Lumi', 'Aimable', '…', '…' FROM generate_series(0, 49) n;
INSERT INTO assistant_binding (channel_id, tenant_id, assistant_id)
SELECT plan_id('2026-01-01', 'channel', n), plan_id('2026-01-01', 'tenant', n), plan_id('2026-01-01', 'assistant', n) FROM generate_series(0, 49) n;

INSERT INTO knowledge_model (id, provider, name, dimension) VALUES (8, 'plan', 'plan', 8), (9, 'plan', 'next', 8);
INSERT INTO knowledge_base (id, tenant_id, created_at, name, model_id)
SELECT plan_id('2026-01-01', 'base', n), plan_id('2026-01-01', 'tenant', n), '2026-01-01', 'Base', 8 FROM generate_series(0, 49) n;
-- tenant 0 with 1,000 documents, the others with 100 each; four passages a document
CREATE TABLE plan_document AS
SELECT n, CASE WHEN n < 1000 THEN 0 ELSE 1 + n % 49 END AS place FROM generate_series(0, 5899) n;
INSERT INTO knowledge_document (id, tenant_id, created_at, base_id, external_id, title, mime_type, language, body, state, state_at, indexed_revision, passages)
SELECT plan_id('2026-01-01', 'document', n), plan_id('2026-01-01', 'tenant', place), '2026-01-01', plan_id('2026-01-01', 'base', place), 'document-' || n,
    'Livraison ' || n, 'text/plain', 'fr', repeat('Texte. ', 200),
    CASE n % 500 WHEN 1 THEN 'QUEUED' WHEN 2 THEN 'INDEXING' WHEN 3 THEN 'FAILED' ELSE 'INDEXED' END, '2026-01-02', 1, 4
FROM plan_document;
INSERT INTO knowledge_passage (id, tenant_id, base_id, document_id, revision, position, heading, body, lexical)
SELECT plan_id('2026-01-01', 'passage', n * 4 + i), plan_id('2026-01-01', 'tenant', place), plan_id('2026-01-01', 'base', place), plan_id('2026-01-01', 'document', n),
    1, i, '', repeat('Texte. ', 50), ('{' || 1 + n % 1000 || ':1,' || 1001 + i || ':2}/536870912')::sparsevec
FROM plan_document CROSS JOIN generate_series(0, 3) i;
-- two models' vectors, as while one takes the place of the other; of the new one nothing for the last documents yet
INSERT INTO knowledge_vector (tenant_id, passage_id, model_id, base_id, document_id, revision, position, embedding)
SELECT plan_id('2026-01-01', 'tenant', place), plan_id('2026-01-01', 'passage', n * 4 + i), m, plan_id('2026-01-01', 'base', place), plan_id('2026-01-01', 'document', n), 1, i,
    (SELECT array_agg(sin((n * 4 + i) * k * m)) FROM generate_series(1, 8) k)::vector
FROM plan_document CROSS JOIN generate_series(0, 3) i CROSS JOIN generate_series(8, 9) m WHERE m = 8 OR n < 5000;
-- as knowledge_index_model makes them
CREATE INDEX ON knowledge_vector USING hnsw ((embedding::vector(8)) vector_cosine_ops) WHERE model_id = 8;
CREATE INDEX ON knowledge_vector USING hnsw ((embedding::vector(8)) vector_cosine_ops) WHERE model_id = 9;
INSERT INTO knowledge_posting (tenant_id, base_id, term, passage_id, weight)
SELECT p.tenant_id, p.base_id, t.term, p.id, t.weight
FROM knowledge_passage p JOIN plan_document d ON p.document_id = plan_id('2026-01-01', 'document', d.n)
CROSS JOIN LATERAL (VALUES (1 + d.n % 1000, 1::real), (1001 + p.position, 2::real)) t (term, weight);
-- files that are being taken in
INSERT INTO knowledge_removal (id, tenant_id, created_at, object_key, due_at)
SELECT plan_id('2026-01-01', 'removal', n), plan_id('2026-01-01', 'tenant', n % 50), '2026-01-01', 'key-' || n, '2100-01-01' FROM generate_series(0, 4999) n;
INSERT INTO knowledge_term (tenant_id, base_id, term, passages)
SELECT plan_id('2026-01-01', 'tenant', n), plan_id('2026-01-01', 'base', n), term, 1 FROM generate_series(0, 49) n, generate_series(0, 400) term;

-- every tenth conversation asked what nobody answered, each something else
INSERT INTO learning_gap (id, tenant_id, created_at, state, state_at, asked, last_asked_at)
SELECT plan_id(began, 'gap', n), tenant_id, began, CASE WHEN n % 30 = 0 THEN 'ANSWERED' ELSE 'OPEN' END, began, 1, began FROM plan_talk WHERE n % 10 IN (0, 3);
INSERT INTO learning_question (id, tenant_id, created_at, gap_id, conversation_id, message_id, channel_id, assistant_id, base_ids, question, language,
    terms, asked_at, reason, model, dimension, embedding)
SELECT plan_id(began, 'question', n), tenant_id, began, plan_id(began, 'gap', n), id, plan_id(began, 'message', n * 5), channel_id,
    plan_id('2026-01-01', 'assistant', place), '{}', 'Faites-vous les ourlets ?', 'fr', 'ourlet', began, 'no-knowledge', 'plan', 8,
    (SELECT array_agg(sin(n + k)) FROM generate_series(1, 8) k)::vector
FROM plan_talk WHERE n % 10 IN (0, 3);

INSERT INTO governance_audit_entry (id, tenant_id, occurred_at, actor_name, action)
SELECT plan_id(began, 'audit', n), tenant_id, began, 'Camille', CASE WHEN n % 100 = 0 THEN 'control-changed' ELSE 'sign-in' END FROM plan_talk;
ANALYZE;
