package io.sylion.triage.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that needs no answer: those like it get none.
 *
 * @param comparedBy the words as they are compared
 */
public record IgnoreExample(UUID id, String words, String comparedBy, String addedBy, Instant addedAt)
        implements Serializable {}
