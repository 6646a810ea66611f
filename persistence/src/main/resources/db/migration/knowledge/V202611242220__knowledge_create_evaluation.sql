-- Questions whose right document is known, and how well they were answered when.
CREATE TABLE knowledge_evaluation_set (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL REFERENCES tenant_tenant (id),
    version    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    base_id    uuid        NOT NULL,
    name       text        NOT NULL,
    CONSTRAINT uq_knowledge_evaluation_set_tenant_id_id UNIQUE (tenant_id, id),
    CONSTRAINT fk_knowledge_evaluation_set_base_id FOREIGN KEY (tenant_id, base_id) REFERENCES knowledge_base (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX ix_knowledge_evaluation_set_base_id ON knowledge_evaluation_set (tenant_id, base_id);
SELECT platform_protect('knowledge_evaluation_set');

CREATE TABLE knowledge_evaluation_question (
    id        uuid PRIMARY KEY,
    tenant_id uuid    NOT NULL,
    set_id    uuid    NOT NULL,
    position  integer NOT NULL,
    question  text    NOT NULL,
    expected  text    NOT NULL,
    CONSTRAINT fk_knowledge_evaluation_question_set_id FOREIGN KEY (tenant_id, set_id) REFERENCES knowledge_evaluation_set (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN knowledge_evaluation_question.expected IS 'external id of the document that answers';
CREATE INDEX ix_knowledge_evaluation_question_set_id ON knowledge_evaluation_question (tenant_id, set_id, position);
SELECT platform_protect('knowledge_evaluation_question');

CREATE TABLE knowledge_evaluation_run (
    id         uuid PRIMARY KEY,
    tenant_id  uuid        NOT NULL,
    set_id     uuid        NOT NULL,
    started_at timestamptz NOT NULL,
    took_ms    integer     NOT NULL,
    questions  integer     NOT NULL,
    hit_at_1   real        NOT NULL,
    hit_at_5   real        NOT NULL,
    mrr        real        NOT NULL,
    results    jsonb       NOT NULL,
    CONSTRAINT fk_knowledge_evaluation_run_set_id FOREIGN KEY (tenant_id, set_id) REFERENCES knowledge_evaluation_set (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN knowledge_evaluation_run.results IS 'for each question: its words, what was expected, at which place it was found (0: not at all), what was first';
CREATE INDEX ix_knowledge_evaluation_run_set_id ON knowledge_evaluation_run (tenant_id, set_id, started_at);
SELECT platform_protect('knowledge_evaluation_run');
