package io.sylion.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table as text. One whose columns are called question and answer becomes a heading and a text for each row; of any other table
 * each row says its columns' names, so that a row alone can be understood.
 */
final class QuestionTable {
    private static final Set<String> QUESTIONS = Set.of("question", "questions", "q", "demande");
    private static final Set<String> ANSWERS =
            Set.of("answer", "answers", "a", "réponse", "reponse", "réponses", "reponses", "r");

    private QuestionTable() {}

    static String markdown(String csv) {
        List<List<String>> rows = rows(csv);
        if (rows.size() < 2) {
            return csv;
        }
        List<String> head = rows.getFirst();
        int question = column(head, QUESTIONS);
        int answer = column(head, ANSWERS);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (question >= 0 && answer >= 0) {
                pair(cell(row, question), cell(row, answer), text);
            } else {
                sentence(head, row, text);
            }
        }
        return text.toString();
    }

    private static int column(List<String> head, Set<String> names) {
        for (int i = 0; i < head.size(); i++) {
            if (names.contains(head.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static void pair(String question, String answer, StringBuilder text) {
        if (!answer.isEmpty()) {
            text.append("## ")
                    .append(question.replace('\n', ' '))
                    .append("\n\n")
                    .append(answer)
                    .append("\n\n");
        }
    }

    private static void sentence(List<String> head, List<String> row, StringBuilder text) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                String name = cell(head, i);
                cells.add((name.isEmpty() ? "" : name + ": ") + row.get(i).replace('\n', ' '));
            }
        }
        if (!cells.isEmpty()) {
            text.append("- ").append(String.join("; ", cells)).append('\n');
        }
    }

    private static String cell(List<String> row, int at) {
        return at < row.size() ? row.get(at) : "";
    }

    /** Rows and cells; a quoted cell may hold separators, lines and doubled quotes. */
    static List<List<String>> rows(String csv) {
        char separator = separator(csv);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char sign = csv.charAt(i);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (sign == '"' && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (sign == separator) {
                end(cell, row);
            } else if (sign == '\n') {
                end(cell, row);
                end(row, rows);
                row = new ArrayList<>();
            } else {
                cell.append(sign);
            }
        }
        end(cell, row);
        end(row, rows);
        return rows;
    }

    private static void end(StringBuilder cell, List<String> row) {
        row.add(cell.toString().strip());
        cell.setLength(0);
    }

    private static void end(List<String> row, List<List<String>> rows) {
        if (row.stream().anyMatch(each -> !each.isEmpty())) {
            rows.add(row);
        }
    }

    /** Whichever of the three stands most often in the first line. */
    private static char separator(String csv) {
        String first = csv.lines().findFirst().orElse("");
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            if (count(first, each) > count(first, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(each -> each == sign).count();
    }
}
