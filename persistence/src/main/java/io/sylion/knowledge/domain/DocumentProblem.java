package io.sylion.knowledge.domain;

/** Why a document cannot be indexed, as members are told; the details stand in the log. */
public enum DocumentProblem {
    EMPTY_FILE,
    ENCRYPTED,
    NO_TEXT,
    TOO_LONG,
    TOO_MANY_PAGES,
    BOMB,
    DAMAGED,
    UNKNOWN_KIND,
    /** It took more memory or time than a document may. */
    TOO_DEMANDING,
    FILE_MISSING,
    QUOTA,
    ADDRESS_REFUSED,
    ROBOTS,
    PAGE_MISSING,
    PAGE_AWAY,
    MODEL_MISCONFIGURED,
    MODEL_AWAY,
    UNEXPECTED
}
