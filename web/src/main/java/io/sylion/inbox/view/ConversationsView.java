package io.sylion.inbox.view;

import io.sylion.conversation.domain.ConversationCounts;
import io.sylion.conversation.domain.ConversationFilter;
import io.sylion.conversation.domain.ConversationQuery;
import io.sylion.conversation.domain.ConversationSummary;
import io.sylion.conversation.service.ConversationService;
import io.sylion.tenant.domain.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The list of the inbox: a tab, a search, a page of rows. */
@Named("conversations")
@RequestScoped
public class ConversationsView {
    private static final int PAGE = 30;
    private static final int MOST = 100;
    private static final int LONGEST_SEARCH = 100;

    @Inject
    ConversationService service;

    @Inject
    ConversationWords words;

    @Inject
    InboxBadge badge;

    private ConversationFilter filter = ConversationFilter.ALL;
    private String search;
    private Instant beforeActivity;
    private UUID beforeId;
    private int size = PAGE;
    private List<ConversationRow> rows;
    private boolean more;

    /** A tab with its count; null where none is counted. */
    public record Tab(String key, String label, Long count, boolean on) {}

    public List<Tab> getTabs() {
        ConversationCounts counts = badge.getCounts();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab(ConversationFilter.ALL, counts.all()));
        tabs.add(tab(ConversationFilter.MINE, counts.mine()));
        tabs.add(tab(ConversationFilter.UNASSIGNED, counts.unassigned()));
        tabs.add(tab(ConversationFilter.ESCALATED, counts.escalated()));
        tabs.add(tab(ConversationFilter.AUTO, counts.auto()));
        tabs.add(tab(ConversationFilter.IGNORED, counts.ignored()));
        tabs.add(tab(ConversationFilter.CLOSED, null));
        return tabs;
    }

    private Tab tab(ConversationFilter of, Long count) {
        return new Tab(of.name().toLowerCase(Locale.ROOT), words.text("filter." + of.name()), count, of == filter);
    }

    public List<ConversationRow> getRows() {
        if (rows == null) {
            List<ConversationSummary> found = service.page(new ConversationQuery(
                    filter,
                    TenantScope.current().actor().memberId(),
                    search,
                    beforeActivity,
                    beforeId,
                    Math.min(size + 1, MOST)));
            more = found.size() > size || found.size() == MOST;
            rows = found.stream().limit(size).map(words::row).toList();
        }
        return rows;
    }

    /** Whether older rows follow. */
    public boolean isMore() {
        getRows();
        return more;
    }

    /** Where the next page begins: time and id of the last row. */
    public String getCursor() {
        ConversationRow last = getRows().isEmpty() ? null : getRows().getLast();
        return last == null ? "" : last.lastActivityAt() + "_" + last.id();
    }

    public String getEmptyTitle() {
        return words.text(search == null ? "empty." + filter.name() : "empty.search");
    }

    public String getEmptyHint() {
        return words.text(
                search != null
                        ? "empty.searchHint"
                        : filter == ConversationFilter.ALL ? "empty.ALLHint" : "empty.hint");
    }

    public String getFilter() {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    public void setFilter(String name) {
        try {
            filter = name == null ? ConversationFilter.ALL : ConversationFilter.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            filter = ConversationFilter.ALL;
        }
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String typed) {
        search = typed == null || typed.isBlank()
                ? null
                : typed.strip().substring(0, Math.min(typed.strip().length(), LONGEST_SEARCH));
    }

    public String getBefore() {
        return null;
    }

    public void setBefore(String cursor) {
        int at = cursor == null ? -1 : cursor.indexOf('_');
        if (at > 0) {
            try {
                beforeActivity = Instant.parse(cursor.substring(0, at));
                beforeId = UUID.fromString(cursor.substring(at + 1));
            } catch (DateTimeException | IllegalArgumentException e) {
                beforeActivity = null;
                beforeId = null;
            }
        }
    }

    public int getSize() {
        return size;
    }

    public void setSize(int wanted) {
        size = Math.clamp(wanted, PAGE, MOST);
    }
}
