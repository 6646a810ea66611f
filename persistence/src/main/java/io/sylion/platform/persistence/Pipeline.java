package io.sylion.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Statements of one transaction. {@link #send} is one round trip, however many statements go with it; their answers are then read
 * in the same order.
 */
public final class Pipeline implements AutoCloseable {
    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final UUID tenantId;
    private final Function<List<Sql>, String> texts;
    private PreparedStatement sent;
    private boolean bound;
    private boolean answered;
    private boolean abandoned;

    Pipeline(Connection connection, UUID tenantId, Function<List<Sql>, String> texts) {
        this.connection = connection;
        this.tenantId = tenantId;
        this.texts = texts;
    }

    /** Sends the statements; the first sending also tells the database the tenant. */
    public Pipeline send(List<BoundSql> statements) throws SQLException {
        close();
        List<BoundSql> all = new ArrayList<>(statements.size() + 1);
        if (!bound) {
            all.add(TenantDatabase.bind(tenantId));
        }
        all.addAll(statements);
        sent = connection.prepareStatement(
                texts.apply(all.stream().map(BoundSql::sql).toList()));
        int mark = 1;
        for (BoundSql each : all) {
            mark = each.bind(sent, mark, tenantId);
        }
        sent.execute();
        if (!bound) {
            bound = true;
            sent.getMoreResults();
        }
        answered = false;
        return this;
    }

    /** The rows of the next answer. */
    public <T> List<T> rows(Row<T> row) throws SQLException {
        next();
        List<T> found = new ArrayList<>();
        try (ResultSet rows = sent.getResultSet()) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        }
        return found;
    }

    /** The one row of the next answer, null without one. */
    public <T> T row(Row<T> row) throws SQLException {
        List<T> found = rows(row);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** How many rows the next answer's statement changed. */
    public int changed() throws SQLException {
        next();
        return sent.getUpdateCount();
    }

    /** Passes over answers that do not matter. */
    public void skip(int answers) throws SQLException {
        for (int i = 0; i < answers; i++) {
            next();
        }
    }

    private void next() throws SQLException {
        if (answered) {
            sent.getMoreResults();
        }
        answered = true;
    }

    /** What was done is rolled back at the end, without a failure. */
    public void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void close() throws SQLException {
        if (sent != null) {
            sent.close();
            sent = null;
        }
    }
}
