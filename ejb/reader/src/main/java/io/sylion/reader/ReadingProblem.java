package io.sylion.reader;

/** Why a file cannot be read; the server has a sentence for each. */
enum ReadingProblem {
    EMPTY_FILE,
    ENCRYPTED,
    NO_TEXT,
    TOO_LONG,
    TOO_MANY_PAGES,
    BOMB,
    DAMAGED,
    UNKNOWN_KIND
}
