package io.sylion.platform.ai;

/**
 * A question to a managed search.
 *
 * @param location where the store lies: {@code global}, {@code eu} or {@code us}
 * @param resource the store's name at its provider
 * @param language of the question, null when it is not known
 * @param most documents to return
 */
public record ManagedQuery(String location, String resource, String question, String language, int most) {}
