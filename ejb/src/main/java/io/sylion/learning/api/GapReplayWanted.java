package io.sylion.learning.api;

import java.util.UUID;

/** The questions of a gap are to be asked again. */
public record GapReplayWanted(UUID tenantId, UUID gapId) {}
