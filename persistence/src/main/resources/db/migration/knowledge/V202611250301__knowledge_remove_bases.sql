-- A base that a member deleted is gone at once; its documents and their files go some at a time, found by the sweep.
ALTER TABLE knowledge_base ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN knowledge_base.removed_at IS 'when it was deleted; the row stays until all that it held is gone';
CREATE INDEX ix_knowledge_base_removed_at ON knowledge_base (removed_at) WHERE removed_at IS NOT NULL;
