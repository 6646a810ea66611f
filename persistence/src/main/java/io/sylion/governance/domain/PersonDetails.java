package io.sylion.governance.domain;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who signed in.
 *
 * @param locale preferred language, null when never chosen
 * @param theme light or dark, null when never chosen
 * @param operator runs the installation
 * @param memberships the tenants that they work for, by name
 */
public record PersonDetails(
        UUID id, String email, String name, String locale, String theme, boolean operator, List<Membership> memberships)
        implements Serializable {}
