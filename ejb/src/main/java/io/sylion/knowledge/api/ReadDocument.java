package io.sylion.knowledge.api;

/**
 * The text of a file.
 *
 * @param title as the document calls itself, empty when it does not
 * @param fileType what it really is, a media type
 * @param pages 0 when the kind has none
 * @param text Markdown or plain text
 */
public record ReadDocument(String title, String fileType, int pages, String text) {}
