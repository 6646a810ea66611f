package io.sylion.conversation.api;

import java.util.List;

/** Changes of a short while, of any tenants; goes to every node, which tells each browser its own. */
public record ConversationsChanged(List<ConversationChanged> all) {}
