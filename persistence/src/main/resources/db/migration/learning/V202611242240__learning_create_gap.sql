-- What customers ask and the knowledge does not hold: questions that ask the same, grouped.
CREATE TABLE learning_gap (
    id            uuid PRIMARY KEY,
    tenant_id     uuid        NOT NULL REFERENCES tenant_tenant (id),
    version       integer     NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    state         text        NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'DISMISSED')),
    state_at      timestamptz NOT NULL,
    asked         integer     NOT NULL,
    last_asked_at timestamptz NOT NULL,
    document_id   uuid,
    replayed_at   timestamptz,
    CONSTRAINT uq_learning_gap_tenant_id_id UNIQUE (tenant_id, id),
    CONSTRAINT fk_learning_gap_document_id FOREIGN KEY (tenant_id, document_id) REFERENCES knowledge_document (tenant_id, id)
        ON DELETE SET NULL (document_id)
);
COMMENT ON TABLE learning_gap IS 'holds no words: those of its first question stand for it, so that nothing is left when a conversation is erased';
COMMENT ON COLUMN learning_gap.document_id IS 'the article that a member wrote as the answer';
CREATE INDEX ix_learning_gap_asked ON learning_gap (tenant_id, state, asked DESC, last_asked_at DESC, id DESC);
CREATE INDEX ix_learning_gap_last_asked_at ON learning_gap (tenant_id, last_asked_at DESC);
CREATE INDEX ix_learning_gap_document_id ON learning_gap (tenant_id, document_id) WHERE document_id IS NOT NULL;
SELECT platform_protect('learning_gap');

CREATE TABLE learning_question (
    id              uuid PRIMARY KEY,
    tenant_id       uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    gap_id          uuid        NOT NULL,
    conversation_id uuid        NOT NULL,
    message_id      uuid        NOT NULL,
    channel_id      uuid        NOT NULL,
    assistant_id    uuid        NOT NULL,
    base_ids        uuid[]      NOT NULL,
    question        text        NOT NULL,
    language        text        NOT NULL CHECK (language IN ('fr', 'en')),
    terms           text        NOT NULL,
    asked_at        timestamptz NOT NULL,
    reason          text        NOT NULL,
    best_title      text,
    best_score      double precision,
    model           text,
    dimension       integer,
    embedding       vector,
    answered_at     timestamptz,
    CONSTRAINT fk_learning_question_gap_id FOREIGN KEY (tenant_id, gap_id) REFERENCES learning_gap (tenant_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_learning_question_conversation_id FOREIGN KEY (tenant_id, conversation_id)
        REFERENCES conversation_conversation (tenant_id, id) ON DELETE CASCADE
);
COMMENT ON COLUMN learning_question.terms IS 'stems, separated by blanks: what questions are compared by';
COMMENT ON COLUMN learning_question.best_score IS 'of the best passage that was found and did not answer';
COMMENT ON COLUMN learning_question.answered_at IS 'when a replay found the article';
CREATE UNIQUE INDEX uq_learning_question_message_id ON learning_question (tenant_id, message_id);
CREATE INDEX ix_learning_question_gap_id ON learning_question (gap_id, id);
CREATE INDEX ix_learning_question_conversation_id ON learning_question (conversation_id);
SELECT platform_protect('learning_question');

-- An erased conversation takes its questions along; a gap without any goes as well.
CREATE FUNCTION learning_forget_question() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public
AS $$
BEGIN
    UPDATE learning_gap SET asked = asked - 1 WHERE tenant_id = OLD.tenant_id AND id = OLD.gap_id;
    DELETE FROM learning_gap g
    WHERE g.tenant_id = OLD.tenant_id AND g.id = OLD.gap_id AND NOT EXISTS (SELECT FROM learning_question q WHERE q.gap_id = g.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER forget_question AFTER DELETE ON learning_question FOR EACH ROW EXECUTE FUNCTION learning_forget_question();
