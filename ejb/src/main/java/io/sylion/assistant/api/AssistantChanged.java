package io.sylion.assistant.api;

import java.util.UUID;

/** An assistant of the tenant, or where it answers, was changed. */
public record AssistantChanged(UUID tenantId) {}
