-- Documents also come from files and web pages. The original lies in the object store, its text here once it was read.
ALTER TABLE knowledge_document
    ADD COLUMN origin text NOT NULL DEFAULT 'TEXT' CHECK (origin IN ('TEXT', 'FILE', 'PAGE')),
    ADD COLUMN file_name text,
    ADD COLUMN file_type text,
    ADD COLUMN file_bytes bigint,
    ADD COLUMN object_key text,
    ADD COLUMN pages integer NOT NULL DEFAULT 0,
    ADD COLUMN address text,
    ADD COLUMN fetch_due_at timestamptz,
    ADD COLUMN read_revision integer NOT NULL DEFAULT 0,
    ADD COLUMN passages integer NOT NULL DEFAULT 0,
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN problem text CHECK (problem IN (
        'EMPTY_FILE', 'ENCRYPTED', 'NO_TEXT', 'TOO_LONG', 'TOO_MANY_PAGES', 'BOMB', 'DAMAGED', 'UNKNOWN_KIND', 'TOO_DEMANDING', 'FILE_MISSING',
        'QUOTA', 'ADDRESS_REFUSED', 'ROBOTS', 'PAGE_MISSING', 'PAGE_AWAY', 'MODEL_MISCONFIGURED', 'MODEL_AWAY', 'UNEXPECTED')),
    ADD CONSTRAINT ck_knowledge_document_file CHECK (origin <> 'FILE' OR object_key IS NOT NULL),
    ADD CONSTRAINT ck_knowledge_document_page CHECK (origin <> 'PAGE' OR address IS NOT NULL);
UPDATE knowledge_document d SET read_revision = revision, changed_at = created_at,
    passages = (SELECT count(*) FROM knowledge_passage p WHERE p.document_id = d.id AND p.revision = d.indexed_revision);
COMMENT ON COLUMN knowledge_document.read_revision IS 'body is the text of this revision; a smaller one than revision means that the file or page is still to be read';
COMMENT ON COLUMN knowledge_document.passages IS 'how many of indexed_revision are found';
COMMENT ON COLUMN knowledge_document.changed_at IS 'when the words last became others, which an index anew does not';
COMMENT ON COLUMN knowledge_document.fetch_due_at IS 'when a page is read again';
CREATE INDEX ix_knowledge_document_fetch_due ON knowledge_document (fetch_due_at) WHERE fetch_due_at IS NOT NULL;

-- Objects that nothing refers to any more, until the store has really let them go.
CREATE TABLE knowledge_removal (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    object_key text        NOT NULL,
    due_at     timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0
);
COMMENT ON TABLE knowledge_removal IS 'a file about to be stored stands here first: if its document is never written, the file goes too';
CREATE INDEX ix_knowledge_removal_due ON knowledge_removal (due_at);
CREATE UNIQUE INDEX uq_knowledge_removal_object_key ON knowledge_removal (tenant_id, object_key);
SELECT platform_protect('knowledge_removal');
SELECT platform_open_to_operator('knowledge_removal');
