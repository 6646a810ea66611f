package io.sylion.conversation.domain;

import io.sylion.channel.domain.MessageType;
import java.util.UUID;

/** One recent message as an assistant is told of it. */
public record HistoryTurn(UUID id, MessageAuthor author, MessageType type, String text) {}
