package io.sylion.platform.observe;

import java.io.Serializable;

/**
 * How something stands that Sylion needs.
 *
 * @param name "database", "broker", "object-store", "model", or "circuit:" and a provider
 * @param up whether it answers
 * @param detail for operators, without secrets; may be empty
 */
public record DependencyState(String name, boolean up, String detail) implements Serializable {}
