-- Which passages hold a term: an inverted index. Row policies let only such comparisons use an index that cannot tell what they
-- saw, so it is a table with equal keys instead of an index over arrays. Kept together with knowledge_term when a revision is published.
CREATE TABLE knowledge_posting (
    tenant_id  uuid    NOT NULL,
    base_id    uuid    NOT NULL,
    term       integer NOT NULL,
    passage_id uuid    NOT NULL,
    weight     real    NOT NULL,
    PRIMARY KEY (tenant_id, base_id, term, passage_id) INCLUDE (weight),
    CONSTRAINT fk_knowledge_posting_base_id FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_base (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN knowledge_posting.weight IS 'as in knowledge_passage.lexical';
SELECT platform_protect('knowledge_posting');

-- Passages are smaller now and their terms are others: all documents are indexed anew, and the sweep begins at once.
UPDATE knowledge_document
SET revision = revision + 1, attempts = 0, failure = NULL, state = 'QUEUED', state_at = '2026-01-01';
