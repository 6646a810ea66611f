package io.sylion.tenant.domain;

import java.time.ZoneId;
import java.util.UUID;

/** A business on this installation. */
public record Tenant(UUID id, String slug, String name, ZoneId timeZone, String locale) {}
