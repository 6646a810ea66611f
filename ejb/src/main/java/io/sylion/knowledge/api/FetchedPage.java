package io.sylion.knowledge.api;

/**
 * A page that was fetched.
 *
 * @param name as a file would be called, with the ending of what the site says it is
 * @param address where it was found, after redirects
 */
public record FetchedPage(String name, String address) {}
