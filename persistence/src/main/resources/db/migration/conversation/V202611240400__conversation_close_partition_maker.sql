-- A new function may be called by everybody unless that is taken away; this one works with its owner's rights.
REVOKE EXECUTE ON FUNCTION conversation_make_partitions(date, integer) FROM PUBLIC;
