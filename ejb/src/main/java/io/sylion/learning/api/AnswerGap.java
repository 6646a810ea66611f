package io.sylion.learning.api;

import java.util.UUID;

/**
 * A member writes the answer to a gap as an article.
 *
 * @param baseId where it is kept
 * @param text Markdown
 */
public record AnswerGap(UUID gapId, UUID baseId, String title, String text) {}
