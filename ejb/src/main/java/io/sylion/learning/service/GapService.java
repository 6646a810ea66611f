package io.sylion.learning.service;

import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.knowledge.api.DocumentIndexed;
import io.sylion.knowledge.api.DocumentRemoved;
import io.sylion.learning.api.AnswerGap;
import io.sylion.learning.api.GapNotFound;
import io.sylion.learning.api.GapReplayWanted;
import io.sylion.learning.domain.AskedQuestion;
import io.sylion.learning.domain.Gap;
import io.sylion.learning.domain.GapCounts;
import io.sylion.learning.domain.GapDetails;
import io.sylion.learning.domain.GapRepository;
import io.sylion.learning.domain.GapState;
import io.sylion.learning.domain.GapSummary;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows gaps and lets members close them: by an article, or by letting them be. */
@Stateless
@Permit(Role.VIEWER)
public class GapService {
    private static final String MOVED = "gap-moved";
    private static final int MOST_GAPS = 100;
    private static final int MOST_QUESTIONS = 50;

    @Inject
    GapRepository gaps;

    @Inject
    GapArticles articles;

    @Inject
    Event<GapReplayWanted> wanted;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** What an entry of the audit keeps. */
    private record GapPosition(GapState state, UUID documentId) {}

    public GapCounts counts() {
        return gaps.counts();
    }

    /** Those first that are asked about most. */
    public List<GapSummary> gaps(GapState state) {
        return gaps.page(state, MOST_GAPS);
    }

    public Optional<GapDetails> details(UUID gapId) {
        return gaps.details(gapId);
    }

    /** The newest. */
    public List<AskedQuestion> questions(UUID gapId) {
        return gaps.questions(gapId, MOST_QUESTIONS);
    }

    /**
     * Makes the answer an article, or replaces the one that was written before, which goes when it lies in another base: else it
     * would go on answering. The questions are asked again once the article is indexed, a moment later; until then they would find
     * the former one.
     */
    @Permit(Role.MANAGER)
    public UUID answer(AnswerGap answer) {
        Gap gap = locked(answer.gapId());
        GapPosition before = position(gap);
        UUID article = articles.write(answer);
        gap.write(article, clock.instant());
        gaps.forgetAnswers(gap.id());
        if (before.documentId() != null && !before.documentId().equals(article)) {
            articles.remove(before.documentId());
        }
        audit.record(MOVED, gap.id(), before, position(gap));
        if (articles.foundSince(article).isPresent()) {
            wantReplay(gap.id());
        }
        return article;
    }

    @Permit(Role.MANAGER)
    public void dismiss(UUID gapId) {
        Gap gap = locked(gapId);
        GapPosition before = position(gap);
        gap.dismiss(clock.instant());
        audit.record(MOVED, gapId, before, position(gap));
    }

    @Permit(Role.MANAGER)
    public void reopen(UUID gapId) {
        Gap gap = locked(gapId);
        GapPosition before = position(gap);
        gap.reopen(clock.instant());
        audit.record(MOVED, gapId, before, position(gap));
    }

    @Permit(Role.MANAGER)
    public void replay(UUID gapId) {
        wantReplay(locked(gapId).id());
    }

    /** The article of a gap can be found from now on. */
    public void indexed(@Observes DocumentIndexed article) {
        gaps.answeredBy(article.documentId()).forEach(this::wantReplay);
    }

    /** The article of a gap goes: its questions have no answer any more. */
    public void removed(@Observes DocumentRemoved article) {
        gaps.answeredBy(article.documentId()).forEach(gapId -> {
            locked(gapId).lose(clock.instant());
            gaps.forgetAnswers(gapId);
        });
    }

    private void wantReplay(UUID gapId) {
        wanted.fire(new GapReplayWanted(TenantScope.current().tenantId(), gapId));
    }

    private Gap locked(UUID gapId) {
        return gaps.lock(gapId).orElseThrow(() -> GapNotFound.withId(gapId));
    }

    private static GapPosition position(Gap gap) {
        return new GapPosition(gap.state(), gap.documentId());
    }
}
