package io.sylion.reader;

/**
 * What was read.
 *
 * @param title as the document calls itself, empty when it does not
 * @param type what the file really is, whatever its name says
 * @param pages 0 when the kind has none
 */
record ReadText(String title, String type, int pages, String markdown) {}
