package io.sylion.knowledge.service;

import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.domain.PassageHit;
import java.util.List;

/**
 * What one leg found.
 *
 * @param floor a hit that scores less is no answer by itself
 * @param hits best first
 */
public record LegHits(RetrievalLeg leg, double floor, List<PassageHit> hits) {}
