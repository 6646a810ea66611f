package io.sylion.knowledge.api;

import java.nio.file.Path;

/** Fetches pages of the web as a polite stranger: never from inside our network, never against the site's will. */
public interface PageFetcher {
    /**
     * Writes a page to a file.
     *
     * @param address {@code http} or {@code https}
     * @throws UnreadableDocument ADDRESS_REFUSED for an address that is none or is not public, also after a redirect; ROBOTS when the
     *     site does not want it; PAGE_MISSING when it is gone; TOO_LONG when it is larger than a page may be
     * @throws PageAway when the site does not answer: later it may
     */
    FetchedPage fetch(String address, Path file);
}
