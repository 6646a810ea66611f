package io.sylion.reader;

import java.util.ArrayList;
import java.util.List;

/** The rows of a table on their way to text; a table inside a table belongs to the cell that holds it. */
final class TableRows {
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int depth;

    boolean isOpen() {
        return depth > 0;
    }

    void begin() {
        depth++;
    }

    void beginRow() {
        if (depth == 1) {
            row = new ArrayList<>();
        }
    }

    void cell(String words) {
        row.add(words);
    }

    void endRow() {
        if (depth == 1 && row.stream().anyMatch(each -> !each.isEmpty())) {
            rows.add(row);
        }
    }

    /** The rows as text, each with the names of its columns, which the first row gives. */
    List<String> end() {
        depth = Math.max(0, depth - 1);
        if (depth > 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean named = rows.size() > 1 && rows.getFirst().size() > 1;
        for (List<String> each : named ? rows.subList(1, rows.size()) : rows) {
            lines.add(line(named ? rows.getFirst() : List.of(), each));
        }
        rows.clear();
        return lines;
    }

    private static String line(List<String> names, List<String> cells) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                String name = i < names.size() ? names.get(i) : "";
                told.add((name.isEmpty() ? "" : name + ": ") + cells.get(i));
            }
        }
        return String.join("; ", told);
    }
}
