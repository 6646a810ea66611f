-- One index for each list of the inbox, so that a page is read from its end, also where few rows or none belong to the list.
DROP INDEX ix_conversation_conversation_recent;
DROP INDEX ix_conversation_conversation_member;
DROP INDEX ix_conversation_conversation_escalated;
CREATE INDEX ix_conversation_conversation_open ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE status = 'OPEN';
CREATE INDEX ix_conversation_conversation_closed ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE status = 'CLOSED';
CREATE INDEX ix_conversation_conversation_member ON conversation_conversation (tenant_id, member_id, last_activity_at DESC, id DESC) WHERE status = 'OPEN' AND member_id IS NOT NULL;
CREATE INDEX ix_conversation_conversation_escalated ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE status = 'OPEN' AND escalated;
CREATE INDEX ix_conversation_conversation_unassigned ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE status = 'OPEN' AND handler = 'NOBODY';
CREATE INDEX ix_conversation_conversation_ignored ON conversation_conversation (tenant_id, last_activity_at DESC, id DESC) WHERE status = 'OPEN' AND triage = 'IGNORE';
