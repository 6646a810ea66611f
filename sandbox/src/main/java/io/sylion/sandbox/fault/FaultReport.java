package io.sylion.sandbox.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.sandbox.http.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The results as a table, as lines with tabs, and as JSON. */
final class FaultReport {
    private FaultReport() {}

    static String table(List<FaultResult> results) {
        int[] widths = new int[FaultResult.HEADS.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = FaultResult.HEADS.get(column).length();
            for (FaultResult result : results) {
                widths[column] =
                        Math.max(widths[column], result.cells().get(column).length());
            }
        }
        StringBuilder table = new StringBuilder();
        line(table, FaultResult.HEADS, widths);
        results.forEach(result -> line(table, result.cells(), widths));
        return table.toString();
    }

    private static void line(StringBuilder table, List<String> cells, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            String space =
                    " ".repeat(Math.max(0, widths[column] - cells.get(column).length()));
            boolean text = column == 0 || column == widths.length - 1;
            table.append(text ? cells.get(column) + space : space + cells.get(column))
                    .append("  ");
        }
        table.append('\n');
    }

    /** Writes both files; the name is that of the run. */
    static Path write(Path folder, String name, List<FaultResult> results) throws IOException {
        Files.createDirectories(folder);
        ArrayNode rows = WireJson.array();
        StringBuilder lines = new StringBuilder(String.join("\t", FaultResult.HEADS)).append('\n');
        for (FaultResult result : results) {
            ObjectNode row = rows.addObject();
            for (int column = 0; column < FaultResult.HEADS.size(); column++) {
                row.put(FaultResult.HEADS.get(column), result.cells().get(column));
            }
            lines.append(String.join("\t", result.cells())).append('\n');
        }
        Files.writeString(folder.resolve(name + ".json"), rows.toPrettyString() + "\n");
        return Files.writeString(folder.resolve(name + ".tsv"), lines);
    }
}
