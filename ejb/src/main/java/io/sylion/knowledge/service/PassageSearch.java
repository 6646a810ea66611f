package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.domain.ContextPassage;
import io.sylion.knowledge.domain.KnowledgeBaseRepository;
import io.sylion.knowledge.domain.PassageHit;
import io.sylion.knowledge.domain.PassagePlace;
import io.sylion.knowledge.domain.PassageRepository;
import io.sylion.knowledge.domain.SearchScope;
import io.sylion.knowledge.domain.ServedBases;
import io.sylion.knowledge.domain.SparseVector;
import io.sylion.knowledge.domain.TermCounts;
import io.sylion.knowledge.domain.VectorModel;
import io.sylion.knowledge.domain.VectorRepository;
import io.sylion.tenant.domain.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The legs of a retrieval, and what stands around a hit; each call is one short transaction. */
@Stateless
@Permit(Role.VIEWER)
public class PassageSearch {
    /** How deep each leg looks: small passages, several of which lie in one document. */
    private static final int DEPTH = 60;

    /** A passage that shares less than this of the question, by the rarity of its words, is no answer by itself. */
    static final double LEAST_WORDS = 0.2;

    /** As for words; any two texts of a language share some letters. */
    static final double LEAST_LETTERS = 0.5;

    @Inject
    PassageRepository passages;

    @Inject
    VectorRepository vectors;

    @Inject
    KnowledgeBaseRepository bases;

    /** By words, in both languages at once, and by the letters of titles and headings. */
    public List<LegHits> byTerms(RetrievalRequest request) {
        Set<Integer> words = LexicalWeights.ofQuestion(request.question());
        Set<Integer> letters = LexicalWeights.lettersOf(request.question());
        Set<Integer> all = new LinkedHashSet<>(words);
        all.addAll(letters);
        if (all.isEmpty()) {
            return List.of();
        }
        SearchScope where = new SearchScope(request.baseIds(), request.language());
        TermCounts counts = passages.counts(request.baseIds(), all);
        List<LegHits> legs = new ArrayList<>();
        if (!words.isEmpty()) {
            double floor = LEAST_WORDS * LexicalWeights.whole(request.question(), counts);
            legs.add(new LegHits(RetrievalLeg.WORDS, floor, find(where, words, counts)));
        }
        double floor = LEAST_LETTERS * LexicalWeights.whole(letters, counts);
        legs.add(new LegHits(RetrievalLeg.LETTERS, floor, find(where, letters, counts)));
        return legs;
    }

    private List<PassageHit> find(SearchScope where, Set<Integer> terms, TermCounts counts) {
        SparseVector question = LexicalWeights.rarity(terms, counts);
        return question.isEmpty()
                ? List.of()
                : passages.findByTerms(where, LexicalWeights.telling(question, counts), question, DEPTH);
    }

    /** Which models the question is to be asked of, and for which of its bases. */
    public List<ServedBases> served(RetrievalRequest request) {
        return bases.served(request.baseIds());
    }

    /** By meaning, with the cosine similarity as score. */
    public LegHits byMeaning(RetrievalRequest request, ServedBases served, float[] question) {
        SearchScope where = new SearchScope(served.baseIds(), request.language());
        VectorModel model = served.model();
        return new LegHits(
                RetrievalLeg.MEANING, model.minimumSimilarity(), vectors.findByMeaning(where, model, question, DEPTH));
    }

    /** The passages at these places, and some on both sides of each. */
    public List<ContextPassage> around(Collection<PassagePlace> places) {
        return places.isEmpty() ? List.of() : passages.around(places);
    }
}
