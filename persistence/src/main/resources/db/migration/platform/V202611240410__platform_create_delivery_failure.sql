-- Why a queue's message failed last: the broker keeps the message and counts its tries, but not the reason. Class and place of the
-- failure only, never its words, which could repeat a customer's.
CREATE TABLE platform_delivery_failure (
    message_id text PRIMARY KEY,
    attempts   integer     NOT NULL,
    failure    text        NOT NULL,
    failed_at  timestamptz NOT NULL
);
CREATE INDEX ix_platform_delivery_failure_failed_at ON platform_delivery_failure (failed_at);
ALTER TABLE platform_delivery_failure ENABLE ROW LEVEL SECURITY;
SELECT platform_open_to_operator('platform_delivery_failure', 'SELECT, INSERT, UPDATE, DELETE');
