-- A million messages in 100,000 conversations of 50 tenants, over the last 30 days, by a few set-based statements. Run by the
-- administrator. One tenant, the demo's shop, has a fifth of them. Again it changes nothing.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';
SET work_mem = '64MB';
-- references are right by construction; checking each row would double the time
SET session_replication_role = replica;

SELECT EXISTS (SELECT FROM tenant_tenant WHERE slug = 'data-01') AS filled, EXISTS (SELECT FROM tenant_tenant WHERE slug = 'boutique-lumiere') AS demo \gset
\if :filled
  \echo The data are there already.
  \quit
\endif
\if :demo
\else
  \warn The demo is needed: start the instance once with SYLION_DEMO=true.
  \quit
\endif

-- An id as the application makes it (UUID version 7): begins with its time, so that it falls into its month's partition.
CREATE FUNCTION pg_temp.id_of(at timestamptz, kind text, number bigint) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid FROM md5(kind || number) h $$;

BEGIN;

INSERT INTO tenant_tenant (id, slug, name, created_at)
SELECT pg_temp.id_of(now(), 'tenant', n), 'data-' || lpad(n::text, 2, '0'), 'Données ' || n, now() FROM generate_series(1, 49) n;

INSERT INTO channel_channel (id, tenant_id, created_at, provider, name, display_number, provider_number_id, base_url, webhook_key, access_token, state, state_reason)
SELECT pg_temp.id_of(now(), 'channel', n), t.id, now(), 'CLOUD_API', 'WhatsApp', '+33 1 90 00 00 ' || lpad(n::text, 2, '0'), '5560000' || lpad(n::text, 2, '0'),
    'http://127.0.0.1:9', 'data', '\x00', 'DISCONNECTED', 'invented'
FROM generate_series(1, 49) n JOIN tenant_tenant t ON t.slug = 'data-' || lpad(n::text, 2, '0');

-- Number n of the tenants; 0 is the demo's shop.
CREATE TEMP TABLE places ON COMMIT DROP AS
SELECT 0 AS place, t.id AS tenant_id, c.id AS channel_id FROM tenant_tenant t JOIN channel_channel c ON c.tenant_id = t.id AND c.provider_number_id = '555000111' WHERE t.slug = 'boutique-lumiere'
UNION ALL
SELECT right(t.slug, 2)::int, t.id, c.id FROM tenant_tenant t JOIN channel_channel c ON c.tenant_id = t.id WHERE t.slug LIKE 'data-%';

CREATE TEMP TABLE talks ON COMMIT DROP AS
SELECT n, p.tenant_id, p.channel_id, began, pg_temp.id_of(began, 'conversation', n) AS id, pg_temp.id_of(began, 'contact', n) AS contact_id
FROM generate_series(0, 99999) n
    CROSS JOIN LATERAL (SELECT now() - interval '30 days' + n * interval '25 seconds' AS began) t
    JOIN places p ON p.place = CASE WHEN n % 5 = 0 THEN 0 ELSE 1 + n % 49 END;

INSERT INTO contact_contact (id, tenant_id, created_at, name, language)
SELECT contact_id, tenant_id, began,
    (ARRAY['Camille', 'Louise', 'Inès', 'Jade', 'Hugo', 'Léo', 'Malo', 'Noé', 'Zoé', 'Élise'])[1 + n % 10] || ' '
        || (ARRAY['Martin', 'Bernard', 'Dubois', 'Petit', 'Moreau', 'Lefèvre', 'Garnier', 'Faure', 'Roussel'])[1 + n % 9], 'fr'
FROM talks;
INSERT INTO contact_identity (id, tenant_id, created_at, contact_id, kind, value)
SELECT pg_temp.id_of(began, 'identity', n), tenant_id, began, contact_id, 'PHONE', '336' || lpad(n::text, 8, '0') FROM talks;

-- Ten messages each, a minute apart, the customer's and the assistant's in turn.
CREATE TEMP TABLE lines ON COMMIT DROP AS
SELECT t.n * 10 + i AS number, t.n, i, t.tenant_id, t.channel_id, t.id AS conversation_id, i % 2 = 0 AS inbound, at,
    pg_temp.id_of(at, 'message', t.n * 10 + i) AS id
FROM talks t CROSS JOIN generate_series(0, 9) i CROSS JOIN LATERAL (SELECT t.began + i * interval '1 minute' AS at) a;

INSERT INTO conversation_conversation (id, tenant_id, created_at, channel_id, contact_id, status, handler, triage, triage_reason, triage_confidence, escalated,
    last_message_id, last_activity_at, last_author, last_type, last_text, last_inbound_at, last_inbound_id, window_closes_at, unread_count)
SELECT t.id, t.tenant_id, t.began, t.channel_id, t.contact_id,
    CASE WHEN n % 3 = 0 THEN 'CLOSED' ELSE 'OPEN' END, CASE WHEN n % 20 = 1 THEN 'NOBODY' ELSE 'AI' END,
    CASE WHEN n % 20 = 1 THEN 'ESCALATE' ELSE 'AUTO_REPLY' END, 'question', 0.9, n % 20 = 1,
    pg_temp.id_of(t.began + interval '9 minutes', 'message', n * 10 + 9), t.began + interval '9 minutes', 'AI', 'TEXT',
    'Votre commande part sous 24 heures et arrive en deux à trois jours ouvrés.', t.began + interval '8 minutes',
    pg_temp.id_of(t.began + interval '8 minutes', 'message', n * 10 + 8), t.began + interval '8 minutes' + interval '1 day', CASE WHEN n % 20 = 1 THEN 2 ELSE 0 END
FROM talks t;

INSERT INTO conversation_message (id, tenant_id, created_at, conversation_id, channel_id, author, author_name, type, body, occurred_at, provider_message_id, answers_id, state, state_at)
SELECT id, tenant_id, at, conversation_id, channel_id, CASE WHEN inbound THEN 'CUSTOMER' ELSE 'AI' END, CASE WHEN inbound THEN NULL ELSE 'Lumi' END, 'TEXT',
    CASE WHEN inbound THEN 'Bonjour, quels sont vos délais de livraison pour la commande ' || number || ' ?'
        ELSE 'Votre commande part sous 24 heures et arrive en deux à trois jours ouvrés.' END,
    at, 'wamid.DATA' || number, CASE WHEN inbound THEN NULL ELSE pg_temp.id_of(at - interval '1 minute', 'message', number - 1) END,
    CASE WHEN inbound THEN 'RECEIVED' ELSE 'READ' END, at
FROM lines;

INSERT INTO conversation_message_key (channel_id, provider_message_id, tenant_id, message_id)
SELECT channel_id, 'wamid.DATA' || number, tenant_id, id FROM lines;

INSERT INTO channel_inbound_event (channel_id, key, tenant_id, kind, received_at, outcome)
SELECT channel_id, 'wamid.DATA' || number, tenant_id, 'MESSAGE', at, 'APPLIED' FROM lines WHERE inbound;

INSERT INTO decision_record (id, tenant_id, created_at, conversation_id, message_id, triage, confidence, rule, reason, snapshot, outcome, model, prompt_version,
    output, reply_confidence, reply_id, retrieval_ms, model_ms, total_ms, completed_at)
SELECT pg_temp.id_of(at, 'decision', number), tenant_id, at, conversation_id, id, 'AUTO_REPLY', 0.9, 'question', 'question', '{}', 'REPLIED', 'extract-1', 'reply-1',
    'Votre commande part sous 24 heures et arrive en deux à trois jours ouvrés.', 0.9, pg_temp.id_of(at + interval '1 minute', 'message', number + 1), 12, 3, 20, at + interval '1 second'
FROM lines WHERE inbound;

COMMIT;

VACUUM (ANALYZE) contact_contact, contact_identity, conversation_conversation, conversation_message, conversation_message_key, channel_inbound_event, decision_record;
SELECT count(*) || ' messages in ' || (SELECT count(*) FROM conversation_conversation) || ' conversations of ' || (SELECT count(*) FROM tenant_tenant) || ' tenants' FROM conversation_message;
