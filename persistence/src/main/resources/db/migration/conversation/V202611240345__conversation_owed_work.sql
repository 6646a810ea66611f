-- The message that the owed reply answers: a sticker sent after a question moves last_inbound_id, but not this.
ALTER TABLE conversation_conversation ADD COLUMN reply_to_id uuid;
UPDATE conversation_conversation SET reply_to_id = last_inbound_id WHERE reply_due_at IS NOT NULL;
COMMENT ON COLUMN conversation_conversation.reply_due_at IS 'an automatic reply to reply_to_id is owed since then; null when none is: the outbox of assistant.compose-reply';

-- When a file was last asked for, so that the sweep leaves each try its time.
ALTER TABLE conversation_media ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now();
DROP INDEX ix_conversation_media_pending;
CREATE INDEX ix_conversation_media_pending ON conversation_media (asked_at) WHERE state = 'PENDING';
