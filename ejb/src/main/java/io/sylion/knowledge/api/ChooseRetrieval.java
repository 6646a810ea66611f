package io.sylion.knowledge.api;

import io.sylion.knowledge.domain.ManagedStore;
import io.sylion.knowledge.domain.RetrievalMode;

/**
 * From now on assistants search there.
 *
 * @param store looked at only when the mode asks for one
 */
public record ChooseRetrieval(RetrievalMode mode, ManagedStore store) {}
