package io.sylion.knowledge.api;

import io.sylion.knowledge.domain.EvaluationQuestion;
import java.util.List;
import java.util.UUID;

/** Keeps questions whose right document is known. */
public record CreateEvaluationSet(UUID baseId, String name, List<EvaluationQuestion> questions) {}
