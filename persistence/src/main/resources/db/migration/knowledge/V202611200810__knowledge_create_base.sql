-- A collection of documents that assistants may draw on.
CREATE TABLE knowledge_base (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    name       text        NOT NULL
);
CREATE INDEX ix_knowledge_base_tenant_id ON knowledge_base (tenant_id);
SELECT platform_protect('knowledge_base');

CREATE TABLE knowledge_document (
    id               uuid PRIMARY KEY,
    tenant_id        uuid        NOT NULL REFERENCES tenant_tenant (id),
    version          integer     NOT NULL DEFAULT 0,
    created_at       timestamptz NOT NULL,
    base_id          uuid        NOT NULL REFERENCES knowledge_base (id),
    external_id      text        NOT NULL,
    title            text        NOT NULL,
    mime_type        text        NOT NULL CHECK (mime_type IN ('text/plain', 'text/markdown')),
    language         text        NOT NULL CHECK (language IN ('fr', 'en')),
    body             text        NOT NULL,
    state            text        NOT NULL CHECK (state IN ('QUEUED', 'INDEXING', 'INDEXED', 'FAILED')),
    state_at         timestamptz NOT NULL,
    attempts         integer     NOT NULL DEFAULT 0,
    failure          text,
    revision         integer     NOT NULL DEFAULT 1,
    indexed_revision integer     NOT NULL DEFAULT 0,
    model            text
);
COMMENT ON COLUMN knowledge_document.revision IS 'grows with every change of text or model; passages of indexed_revision are what is found, so that a new text replaces the old in one step';
COMMENT ON COLUMN knowledge_document.model IS 'the embedding model of indexed_revision';
COMMENT ON COLUMN knowledge_document.state_at IS 'the outbox of knowledge.index-document: what stays queued or indexing for too long is asked for again';
CREATE UNIQUE INDEX uq_knowledge_document_external_id ON knowledge_document (base_id, external_id);
CREATE INDEX ix_knowledge_document_tenant_id ON knowledge_document (tenant_id);
CREATE INDEX ix_knowledge_document_unfinished ON knowledge_document (state_at) WHERE state IN ('QUEUED', 'INDEXING');
SELECT platform_protect('knowledge_document');
SELECT platform_open_to_operator('knowledge_document');

-- A part of a document that can be found and cited.
CREATE TABLE knowledge_passage (
    id          uuid PRIMARY KEY,
    tenant_id   uuid    NOT NULL REFERENCES tenant_tenant (id),
    base_id     uuid    NOT NULL,
    document_id uuid    NOT NULL REFERENCES knowledge_document (id) ON DELETE CASCADE,
    revision    integer NOT NULL,
    position    integer NOT NULL,
    heading     text    NOT NULL,
    body        text    NOT NULL,
    lexical     sparsevec NOT NULL,
    model       text    NOT NULL,
    dimension   integer NOT NULL,
    embedding   vector
);
COMMENT ON COLUMN knowledge_passage.lexical IS 'BM25 weight of each term, without its rarity, which the question brings';
COMMENT ON COLUMN knowledge_passage.embedding IS 'null until the model was asked';
-- every look at a passage reads the weights, few read the text and the vector: those stay out of the row
ALTER TABLE knowledge_passage ALTER COLUMN lexical SET STORAGE MAIN;
ALTER TABLE knowledge_passage ALTER COLUMN embedding SET STORAGE EXTERNAL;
ALTER TABLE knowledge_passage SET (toast_tuple_target = 512);
CREATE UNIQUE INDEX uq_knowledge_passage_position ON knowledge_passage (document_id, revision, position);
CREATE INDEX ix_knowledge_passage_base_id ON knowledge_passage (tenant_id, base_id);
SELECT platform_protect('knowledge_passage');

-- In how many indexed passages of a base a term occurs: its rarity.
CREATE TABLE knowledge_term (
    tenant_id uuid    NOT NULL REFERENCES tenant_tenant (id),
    base_id   uuid    NOT NULL REFERENCES knowledge_base (id) ON DELETE CASCADE,
    term      integer NOT NULL,
    passages  integer NOT NULL,
    PRIMARY KEY (base_id, term)
) WITH (fillfactor = 80);
COMMENT ON COLUMN knowledge_term.term IS 'number of the term, as in knowledge_passage.lexical; 0 counts all passages';
SELECT platform_protect('knowledge_term');

-- One partial index for each embedding model in use; called at start-up with the model of the configuration.
CREATE FUNCTION knowledge_index_model(model text, dimension integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
    name text := 'ix_knowledge_passage_' || left(md5(model || '/' || dimension), 12);
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE INDEX %I ON knowledge_passage USING hnsw ((embedding::vector(%s)) vector_cosine_ops) WHERE model = %L AND dimension = %s',
            name, dimension, model, dimension);
    END IF;
END
$$;
REVOKE ALL ON FUNCTION knowledge_index_model(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION knowledge_index_model(text, integer) TO sylion_operator;
