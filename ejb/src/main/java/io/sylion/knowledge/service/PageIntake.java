package io.sylion.knowledge.service;

import io.sylion.governance.api.Permit;
import io.sylion.knowledge.api.DocumentRefused;
import io.sylion.knowledge.api.DocumentRefused.Reason;
import io.sylion.tenant.domain.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Takes web pages in by their addresses, one a line. They are fetched by indexing, and read again each day. */
@ApplicationScoped
@Permit(Role.MANAGER)
public class PageIntake {
    private static final int MOST = 100;
    private static final int LONGEST = 2_000;

    @Inject
    SourceSteps steps;

    /**
     * Adds each page once.
     *
     * @param addresses lines; a line without a scheme means https
     * @throws DocumentRefused NO_ADDRESS when a line is none, before anything is added; QUOTA
     */
    public List<UUID> add(UUID baseId, String addresses) {
        Set<URI> pages = new LinkedHashSet<>();
        addresses.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> pages.add(address(line)));
        if (pages.isEmpty() || pages.size() > MOST) {
            throw new DocumentRefused(Reason.NO_ADDRESS);
        }
        return pages.stream()
                .map(page -> steps.addPage(baseId, title(page), page.toString()))
                .toList();
    }

    static URI address(String line) {
        try {
            URI page = new URI(line.contains("://") ? line : "https://" + line);
            boolean web = "http".equalsIgnoreCase(page.getScheme()) || "https".equalsIgnoreCase(page.getScheme());
            if (!web || page.getHost() == null || page.getRawUserInfo() != null) {
                throw new DocumentRefused(Reason.NO_ADDRESS);
            }
            // as it was written: what is escaped in it is not the same as the sign itself
            URI whole = new URI(page.getScheme().toLowerCase(Locale.ROOT) + "://"
                    + page.getRawAuthority().toLowerCase(Locale.ROOT)
                    + (page.getRawPath().isEmpty() ? "/" : page.getRawPath())
                    + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
            if (whole.toASCIIString().length() > LONGEST) {
                throw new DocumentRefused(Reason.NO_ADDRESS);
            }
            return whole;
        } catch (URISyntaxException e) {
            throw new DocumentRefused(Reason.NO_ADDRESS);
        }
    }

    /** Until the page was read: its address without what all addresses have. */
    private static String title(URI page) {
        return page.getAuthority() + page.getPath().replaceFirst("/$", "");
    }
}
