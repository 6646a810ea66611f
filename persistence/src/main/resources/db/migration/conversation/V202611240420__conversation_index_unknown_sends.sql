-- Sends whose outcome nobody knows: few, and the operator's page counts them.
CREATE INDEX ix_conversation_message_unknown ON conversation_message (tenant_id, state_at) WHERE state = 'UNKNOWN';
