package io.sylion.conversation.api;

/** What came of saving a canned reply. */
public enum CannedReplyOutcome {
    SAVED,
    /** The shortcut has other signs than letters, digits and hyphens, or none, or too many. */
    SHORTCUT_UNFIT,
    SHORTCUT_TAKEN,
    NOTHING_SAID,
    TOO_LONG,
    TOO_MANY,
    GONE
}
