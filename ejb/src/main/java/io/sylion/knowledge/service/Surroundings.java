package io.sylion.knowledge.service;

import io.sylion.knowledge.domain.ContextPassage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands around a hit: small passages are found well, but a person or a model wants to read on. */
final class Surroundings {
    private static final int ENOUGH = 900;

    private final Map<UUID, TreeMap<Integer, ContextPassage>> byDocument;

    Surroundings(Collection<ContextPassage> passages) {
        byDocument = passages.stream()
                .collect(Collectors.groupingBy(
                        ContextPassage::documentId,
                        Collectors.toMap(ContextPassage::position, each -> each, (one, same) -> one, TreeMap::new)));
    }

    /** The passage and its neighbours on both sides, as long as they are not too much; empty when it is gone by now. */
    Optional<List<ContextPassage>> around(UUID documentId, int position) {
        TreeMap<Integer, ContextPassage> document = byDocument.getOrDefault(documentId, new TreeMap<>());
        ContextPassage hit = document.get(position);
        if (hit == null) {
            return Optional.empty();
        }
        List<ContextPassage> around = new ArrayList<>(List.of(hit));
        int length = hit.body().length();
        int before = position - 1;
        int after = position + 1;
        while (true) {
            ContextPassage next = document.get(after);
            ContextPassage last = document.get(before);
            if (next != null && length + next.body().length() <= ENOUGH) {
                around.addLast(next);
                length += next.body().length();
                after++;
            } else if (last != null && length + last.body().length() <= ENOUGH) {
                around.addFirst(last);
                length += last.body().length();
                before--;
            } else {
                return Optional.of(around);
            }
        }
    }

    /** As one text, each heading once. */
    static String text(List<ContextPassage> passages) {
        StringBuilder text = new StringBuilder();
        String heading = "";
        for (ContextPassage passage : passages) {
            text.append(text.isEmpty() ? "" : "\n");
            if (!passage.heading().equals(heading)) {
                heading = passage.heading();
                text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
            }
            text.append(passage.body());
        }
        return text.toString();
    }
}
