-- Units are counted together with what they are used for, and given back when that did not happen: nothing is held any more.
UPDATE usage_quota q SET taken = q.taken - held.amount
FROM (SELECT tenant_id, metric, period, sum(amount) AS amount FROM usage_reservation GROUP BY tenant_id, metric, period) held
WHERE q.tenant_id = held.tenant_id AND q.metric = held.metric AND q.period = held.period;
DROP TABLE usage_reservation;
ALTER TABLE usage_record DROP COLUMN reservation_id;
COMMENT ON COLUMN usage_quota.taken IS 'units used in the month';
