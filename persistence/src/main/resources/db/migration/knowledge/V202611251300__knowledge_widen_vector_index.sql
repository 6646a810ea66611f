-- More neighbours for each vector, chosen from more: where texts are much alike, as those of one business are, the usual 16 leave
-- groups that no way leads to, however wide a search looks.
CREATE OR REPLACE FUNCTION knowledge_index_model(model integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
AS $$
DECLARE
    name text := 'ix_knowledge_vector_' || model;
    length integer;
BEGIN
    SELECT m.dimension INTO STRICT length FROM knowledge_model m WHERE m.id = model;
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE INDEX %I ON knowledge_vector USING hnsw ((embedding::vector(%s)) vector_cosine_ops) WITH (m = 24, ef_construction = 128) WHERE model_id = %s',
            name, length, model);
    END IF;
END
$$;

DO $$
DECLARE
    model record;
BEGIN
    FOR model IN SELECT id, dimension FROM knowledge_model WHERE id IN (SELECT model_id FROM knowledge_base) LOOP
        EXECUTE format('DROP INDEX IF EXISTS %I', 'ix_knowledge_vector_' || model.id);
        EXECUTE format('CREATE INDEX %I ON knowledge_vector USING hnsw ((embedding::vector(%s)) vector_cosine_ops) WITH (m = 24, ef_construction = 128) WHERE model_id = %s',
            'ix_knowledge_vector_' || model.id, model.dimension, model.id);
    END LOOP;
END
$$;
