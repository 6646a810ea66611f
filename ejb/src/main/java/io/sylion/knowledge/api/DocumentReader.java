package io.sylion.knowledge.api;

import java.nio.file.Path;

/** Turns a foreign file into text. The file is hostile until it was read: the reader bounds what it may use, and survives it. */
public interface DocumentReader {
    /**
     * Reads a file as what its bytes say it is.
     *
     * @param name as its owner calls it; tells kinds of plain text apart
     * @throws UnreadableDocument when it cannot be read, and trying again would not help
     * @throws IllegalStateException when the reader itself does not work
     */
    ReadDocument read(Path file, String name);
}
