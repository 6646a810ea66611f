package io.sylion.operations.api;

import java.io.Serializable;

/**
 * A queue and its dead letters.
 *
 * @param depth messages that wait or are being worked on; -1 when the broker does not tell
 * @param dead its dead letters, counted up to a limit
 * @param replayable whether its dead letters can be put back
 */
public record QueueState(String name, long depth, int dead, boolean replayable) implements Serializable {}
