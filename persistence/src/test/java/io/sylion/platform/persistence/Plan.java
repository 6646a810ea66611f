package io.sylion.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL ran a statement. */
record Plan(String sql, List<Node> nodes) {
    /**
     * A step of it.
     *
     * @param table what it reads, null when it reads no table
     * @param rows what came out of it in all, and what it read in vain
     */
    record Node(String type, String table, String index, long rows) {
        @Override
        public String toString() {
            return type + (table == null ? "" : " of " + table) + (index == null ? "" : " by " + index) + ": " + rows;
        }
    }

    /** Reads the JSON of {@code explain (analyze, format json)}, by the database's own means. */
    static Plan read(Connection connection, String sql, String json) throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select node ->> 'Node Type', node ->> 'Relation Name', node ->> 'Index Name',
                    cast(node ->> 'Actual Loops' as numeric) * (cast(node ->> 'Actual Rows' as numeric)
                        + coalesce(cast(node ->> 'Rows Removed by Filter' as numeric), 0)
                        + coalesce(cast(node ->> 'Rows Removed by Index Recheck' as numeric), 0))
                from jsonb_path_query(cast(? as jsonb), 'strict $.**') node
                where jsonb_typeof(node) = 'object' and node ->> 'Node Type' is not null""")) {
            query.setString(1, json);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    nodes.add(new Node(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
                }
            }
        }
        return new Plan(sql, List.copyOf(nodes));
    }

    /** Rows that were looked at, found or not. */
    long rowsRead() {
        return nodes.stream()
                .filter(node -> node.table() != null && node.type().endsWith("Scan"))
                .mapToLong(Node::rows)
                .sum();
    }

    /** Whole tables that were read, the smaller partitions and installation-wide tables too. */
    List<Node> scans() {
        return nodes.stream().filter(node -> node.type().equals("Seq Scan")).toList();
    }

    List<Node> sorts() {
        return nodes.stream().filter(node -> node.type().endsWith("Sort")).toList();
    }

    @Override
    public String toString() {
        return sql + "\n" + nodes;
    }
}
