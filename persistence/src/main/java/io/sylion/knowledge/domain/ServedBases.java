package io.sylion.knowledge.domain;

import java.util.List;
import java.util.UUID;

/** Bases whose passages are compared with questions by the vectors of one model. */
public record ServedBases(VectorModel model, List<UUID> baseIds) {}
