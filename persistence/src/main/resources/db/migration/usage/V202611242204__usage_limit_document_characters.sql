-- What is read of documents in a month is limited too: a few large files weigh more than many small ones.
ALTER TABLE usage_plan_limit
    DROP CONSTRAINT usage_plan_limit_metric_check,
    ADD CONSTRAINT usage_plan_limit_metric_check CHECK (metric IN ('AI_REPLIES', 'OUTBOUND_MESSAGES', 'DOCUMENTS', 'DOCUMENT_CHARACTERS', 'AI_TOKENS'));
INSERT INTO usage_plan_limit (plan_code, metric, monthly_limit) VALUES
    ('STARTER', 'DOCUMENT_CHARACTERS', 5000000), ('PRO', 'DOCUMENT_CHARACTERS', 50000000), ('BUSINESS', 'DOCUMENT_CHARACTERS', 500000000);
-- the running month has the limits of its plan
INSERT INTO usage_quota (tenant_id, metric, period, limit_units)
SELECT q.tenant_id, 'DOCUMENT_CHARACTERS', q.period, l.monthly_limit
FROM usage_quota q
LEFT JOIN usage_subscription s ON s.tenant_id = q.tenant_id
JOIN usage_plan_limit l ON l.metric = 'DOCUMENT_CHARACTERS' AND l.plan_code = coalesce(s.plan_code, 'STARTER')
WHERE q.metric = 'DOCUMENTS' ON CONFLICT DO NOTHING;
