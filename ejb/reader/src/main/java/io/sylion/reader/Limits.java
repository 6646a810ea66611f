package io.sylion.reader;

/** How much of a document is read; what is larger is refused, not cut: half a price list would answer wrongly. */
record Limits(int pages, int characters) {
    static final Limits USUAL = new Limits(1_000, 2_000_000);
}
