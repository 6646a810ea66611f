package io.sylion.knowledge.service;

import io.sylion.knowledge.api.LegScore;
import io.sylion.knowledge.api.RetrievalLeg;
import io.sylion.knowledge.api.RetrievalRequest;
import io.sylion.knowledge.api.RetrievedPassage;
import io.sylion.platform.ai.ManagedHit;
import io.sylion.platform.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a managed search found, as passages. There is no row behind them: their ids are made of what they are, so that the same words
 * of the same document have the same id each time, and other words another.
 */
final class ManagedPassages {
    /** As much as a model reads of one. */
    private static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_TITLE = 300;

    private ManagedPassages() {}

    /** @param resource the store's name */
    static List<RetrievedPassage> of(String resource, List<ManagedHit> hits, RetrievalRequest request) {
        List<RetrievedPassage> passages = new ArrayList<>();
        Set<String> said = new HashSet<>();
        int rank = 0;
        for (ManagedHit hit : hits) {
            rank++;
            int ofDocument = 0;
            for (String each : hit.texts()) {
                String text = CleanText.of(each, LONGEST_TEXT).strip();
                boolean room = passages.size() < request.limit() && ofDocument < request.perDocument();
                if (room && !text.isEmpty() && said.add(text)) {
                    passages.add(passage(resource, hit, rank, text));
                    ofDocument++;
                }
            }
        }
        return passages;
    }

    private static RetrievedPassage passage(String resource, ManagedHit hit, int rank, String text) {
        String document = resource + "/documents/" + hit.documentId();
        return new RetrievedPassage(
                named(document + "\n" + text),
                named(document),
                CleanText.of(hit.documentId(), LONGEST_TITLE),
                CleanText.of(hit.title(), LONGEST_TITLE),
                text,
                Fusion.share(rank),
                List.of(new LegScore(RetrievalLeg.MANAGED, rank, hit.score())));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
