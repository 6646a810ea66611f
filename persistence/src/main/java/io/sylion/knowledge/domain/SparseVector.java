package io.sylion.knowledge.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Weights of terms by their number, as pgvector's {@code sparsevec} writes them.
 *
 * @param weights by number, from 1 on; what is not named weighs nothing
 */
public record SparseVector(SortedMap<Integer, Float> weights) {
    /** Numbers of terms lie below; so many that two terms of a base hardly ever share one. */
    public static final int SIZE = 1 << 29;

    public static SparseVector of(Map<Integer, Float> weights) {
        return new SparseVector(new TreeMap<>(weights));
    }

    /** Reads what {@link #toText} or the database wrote. */
    public static SparseVector parse(String text) {
        SortedMap<Integer, Float> weights = new TreeMap<>();
        String inner = text.substring(1, text.indexOf('}'));
        for (String each : inner.isEmpty() ? new String[0] : inner.split(",")) {
            int colon = each.indexOf(':');
            weights.put(Integer.valueOf(each.substring(0, colon)), Float.valueOf(each.substring(colon + 1)));
        }
        return new SparseVector(weights);
    }

    public boolean isEmpty() {
        return weights.isEmpty();
    }

    public String toText() {
        StringJoiner text = new StringJoiner(",", "{", "}/" + SIZE);
        weights.forEach((term, weight) -> text.add(term + ":" + weight));
        return text.toString();
    }
}
