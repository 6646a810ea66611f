package io.sylion.sandbox.fault;

/** What a fault may leave behind; anything else must not be. */
enum Allowance {
    /** Replies whose delivery is shown as unknown. */
    UNKNOWN,
    /** The same, and without one the fault did not happen. */
    UNKNOWN_NEEDED,
    /** Messages that are left to a person, with the reason in their decision. */
    PERSON,
    /** A message that was put aside is answered after later ones. */
    DISORDER,
    /** Webhooks that are refused with 503, and without one the fault did not happen. */
    REFUSED_NEEDED
}
