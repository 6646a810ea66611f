package io.sylion.knowledge.rest;

/** A base to make. */
public record NewBase(String name) {
    static final int LONGEST_NAME = 200;
}
