package io.sylion.learning.service;

import io.sylion.governance.api.Permit;
import io.sylion.learning.domain.AskedQuestion;
import io.sylion.learning.domain.Gap;
import io.sylion.learning.domain.GapRepository;
import io.sylion.learning.domain.NewQuestion;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/** The short transactions around questions without answer. */
@Stateless
@Permit(Role.OWNER)
public class GapSteps {
    private static final Logger LOG = Logger.getLogger(GapSteps.class.getName());

    /** Gaps that a question is compared with, those last asked about. */
    private static final int COMPARED = 500;

    /** Questions that are asked again: the newest of a gap. */
    private static final int REPLAYED = 500;

    @Inject
    GapRepository gaps;

    @Inject
    GapArticles articles;

    @Inject
    Clock clock;

    /** The questions of a gap that are to find its article, whose words are found since then. */
    record Replay(UUID documentId, Instant foundSince, List<AskedQuestion> questions) {}

    /** Puts a question to those that ask the same; the same message again changes nothing. */
    public void keep(NewQuestion asked) {
        if (gaps.isKept(asked.messageId())) {
            return;
        }
        Instant now = clock.instant();
        Gap gap = GapMatch.find(asked.language(), asked.terms(), gaps.leaders(asked.model(), asked.vector(), COMPARED))
                .flatMap(gaps::lock)
                .orElseGet(() -> begin(asked.askedAt()));
        gap.ask(asked.askedAt(), now);
        gaps.addQuestion(gap.id(), asked, now);
        LOG.info(() -> "question without answer kept gap=" + gap.id() + " message=" + asked.messageId() + " asked="
                + gap.asked());
    }

    private Gap begin(Instant at) {
        Gap gap = new Gap(at);
        gaps.add(gap);
        return gap;
    }

    /** Empty when the gap has no article, or one that is still to be indexed, which then has its questions asked. */
    public Optional<Replay> toReplay(UUID gapId) {
        return gaps.lock(gapId)
                .map(Gap::documentId)
                .flatMap(documentId -> articles.foundSince(documentId)
                        .map(since -> new Replay(documentId, since, gaps.unanswered(gapId, REPLAYED))));
    }

    /** Closes the gap when none of its questions is left; the article was written anew meanwhile: then its own replay tells. */
    public void replayed(UUID gapId, Replay replay, Collection<UUID> answered) {
        gaps.lock(gapId).filter(gap -> isStill(gap.documentId(), replay)).ifPresent(gap -> {
            Instant now = clock.instant();
            gaps.markAnswered(answered, now);
            boolean all = gaps.unanswered(gapId, 1).isEmpty();
            gap.replayed(all, now);
            LOG.info(() -> "gap replayed gap=" + gapId + " answered=" + answered.size() + " all=" + all);
        });
    }

    private boolean isStill(UUID documentId, Replay replay) {
        return replay.documentId().equals(documentId)
                && articles.foundSince(documentId)
                        .filter(replay.foundSince()::equals)
                        .isPresent();
    }
}
