-- The sweep asks every few seconds whether a document's vectors are of a former model; hardly ever one is.
CREATE INDEX ix_knowledge_document_model ON knowledge_document (model) WHERE state = 'INDEXED';
