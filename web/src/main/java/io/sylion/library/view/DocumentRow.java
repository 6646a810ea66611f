package io.sylion.library.view;

import java.util.UUID;

/**
 * A document as the list shows it, in words.
 *
 * @param status {@code working}, {@code failed}, {@code stale} or {@code indexed}
 * @param percent how far its index is; -1 when nobody knows yet
 * @param why what is to be said about the status, empty for nothing
 * @param icon name of its kind's picture
 * @param found whether a former version answers while it works or after it failed
 */
public record DocumentRow(
        UUID id,
        String title,
        String kind,
        String icon,
        String status,
        String statusWord,
        int percent,
        String why,
        boolean found,
        int passages,
        Integer uses,
        String changed,
        String changedExactly) {
    public boolean working() {
        return status.equals("working");
    }

    public boolean failed() {
        return status.equals("failed");
    }
}
