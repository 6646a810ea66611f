package io.sylion.knowledge.domain;

/** How many passages of a revision there are, and how many have their vector. */
public record IndexingProgress(int passages, int ready) {
    public int percent() {
        return passages == 0 ? 0 : 100 * ready / passages;
    }
}
