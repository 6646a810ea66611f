package io.sylion.decision.domain;

import java.util.UUID;

/** A passage that was given to the model, with its score and whether the answer cites it. */
public record CitedPassage(
        UUID passageId, UUID documentId, String title, String text, double score, boolean cited) {}
