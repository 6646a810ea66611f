-- What was not touched for long is to be reviewed; a member may say that it still holds.
ALTER TABLE knowledge_document ADD COLUMN reviewed_at timestamptz NOT NULL DEFAULT now();
UPDATE knowledge_document SET reviewed_at = changed_at;
COMMENT ON COLUMN knowledge_document.reviewed_at IS 'when the words last became others, or a member last said that they still hold';
