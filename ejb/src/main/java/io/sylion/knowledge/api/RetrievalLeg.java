package io.sylion.knowledge.api;

/** A way in which a passage is found. */
public enum RetrievalLeg {
    /** Shares words with the question: BM25 over stems. */
    WORDS(1),
    /** Its title or heading shares groups of letters with the question, so that a wrong letter does not matter. */
    LETTERS(0.75),
    /** Is near in meaning: cosine similarity of vectors. */
    MEANING(1.5),
    /** Was found by a managed search, which is asked instead of the others and fused with nothing. */
    MANAGED(0);

    private final double weight;

    RetrievalLeg(double weight) {
        this.weight = weight;
    }

    /** How much a place in this leg counts beside the others. */
    public double weight() {
        return weight;
    }
}
