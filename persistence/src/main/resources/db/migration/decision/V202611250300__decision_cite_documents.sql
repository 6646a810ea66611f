-- How often a document was used is counted by document: its passages get other ids whenever it is indexed anew. The month that is counted.
UPDATE decision_record r
SET citations = (SELECT coalesce(jsonb_agg(DISTINCT p ->> 'documentId'), '[]') FROM jsonb_array_elements(r.passages) p WHERE (p ->> 'cited')::boolean)
WHERE r.created_at > now() - interval '31 days' AND jsonb_typeof(r.citations) = 'array' AND jsonb_typeof(r.passages) = 'array';
COMMENT ON COLUMN decision_record.citations IS 'documents that the answer cites';
