-- One number for what is used and what is held: settling what was held changes no counter, and the counter's row, which all
-- messages of a tenant share, is locked half as often. What is held stands in usage_reservation alone.
ALTER TABLE usage_quota ADD COLUMN taken bigint NOT NULL DEFAULT 0 CHECK (taken >= 0);
UPDATE usage_quota SET taken = used + reserved;
ALTER TABLE usage_quota DROP COLUMN used, DROP COLUMN reserved;
COMMENT ON COLUMN usage_quota.taken IS 'units that are used or held for work under way';
