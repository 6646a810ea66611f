package io.sylion.knowledge.domain;

import io.sylion.platform.persistence.OperatorDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What the sweep of documents finds over all tenants, as the operator; a row is tenant, id and revision. */
@ApplicationScoped
public class KnowledgeSweepRepository {
    private static final int AT_ONCE = 200;

    @Inject
    OperatorDatabase database;

    /** Those that wait longer than 30 seconds, doubled by each failed attempt up to about an hour, or began before a time. */
    public <T> List<T> late(Instant now, Instant begunBefore, OperatorDatabase.Row<T> row) {
        return database.list("""
                select tenant_id, id, revision from knowledge_document
                where state = 'QUEUED' and state_at < ?::timestamptz - interval '30 seconds' * power(2, least(attempts, 7))
                   or state = 'INDEXING' and state_at < ?
                order by state_at limit\s""" + AT_ONCE, row, now, begunBefore);
    }

    /** Bases that owe something to a change of model, the one first that has waited longest; a row is tenant and id. */
    public <T> List<T> renewalsDue(int model, Instant now, OperatorDatabase.Row<T> row) {
        return database.list("""
                select tenant_id, id from knowledge_base
                where (renewal_due_at <= ? or renewal_due_at is null and model_id <> ?)
                order by renewal_due_at nulls first limit\s""" + AT_ONCE, row, now, model);
    }

    /** Pages whose time has come to be read again. */
    public <T> List<T> pagesDue(Instant now, OperatorDatabase.Row<T> row) {
        return database.list("""
                select tenant_id, id, revision from knowledge_document where fetch_due_at <= ? order by fetch_due_at
                limit\s""" + AT_ONCE, row, now);
    }

    /** Objects that are to go; a row is tenant and id. */
    public <T> List<T> removalsDue(Instant now, OperatorDatabase.Row<T> row) {
        return database.list(
                "select tenant_id, id from knowledge_removal where due_at <= ? order by due_at limit " + AT_ONCE,
                row,
                now);
    }
}
