package io.sylion.knowledge.domain;

import java.util.Collection;
import java.util.UUID;

/**
 * Where passages are looked for.
 *
 * @param language of the documents; null for any
 */
public record SearchScope(Collection<UUID> baseIds, String language) {}
