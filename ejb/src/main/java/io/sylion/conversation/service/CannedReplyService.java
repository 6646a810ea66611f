package io.sylion.conversation.service;

import io.sylion.conversation.api.CannedReplyOutcome;
import io.sylion.conversation.domain.CannedReply;
import io.sylion.conversation.domain.CannedReplyRepository;
import io.sylion.governance.api.Permit;
import io.sylion.governance.service.AuditService;
import io.sylion.platform.persistence.Ids;
import io.sylion.platform.text.CleanText;
import io.sylion.tenant.domain.Role;
import io.sylion.tenant.domain.TenantScope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Words that members send again and again: managers keep them, everybody uses them. */
@Stateless
@Permit(Role.VIEWER)
public class CannedReplyService {
    static final int MOST = 300;
    public static final int LONGEST = 2_000;
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{Ll}0-9][\\p{Ll}0-9-]{0,31}");

    private static final String SAVED = "save-canned-reply";
    private static final String REMOVED = "remove-canned-reply";

    @Inject
    CannedReplyRepository replies;

    @Inject
    AuditService audit;

    @Inject
    Clock clock;

    /** By their shortcuts. */
    public List<CannedReply> all() {
        return replies.all();
    }

    public Optional<CannedReply> find(UUID id) {
        return replies.find(id);
    }

    /** @param id of the reply that is changed, null for a new one */
    @Permit(Role.MANAGER)
    public CannedReplyOutcome save(UUID id, String shortcut, String body) {
        String word = shortcut == null ? "" : shortcut.strip().toLowerCase(Locale.ROOT);
        String words = body == null ? "" : CleanText.of(body, LONGEST + 1).strip();
        if (!SHORTCUT.matcher(word).matches()) {
            return CannedReplyOutcome.SHORTCUT_UNFIT;
        }
        if (words.isEmpty()) {
            return CannedReplyOutcome.NOTHING_SAID;
        }
        if (words.length() > LONGEST) {
            return CannedReplyOutcome.TOO_LONG;
        }
        String by = TenantScope.current().actor().name();
        return id == null
                ? add(new CannedReply(Ids.next(), word, words, by, clock.instant()))
                : change(new CannedReply(id, word, words, by, clock.instant()));
    }

    private CannedReplyOutcome add(CannedReply reply) {
        if (replies.count() >= MOST) {
            return CannedReplyOutcome.TOO_MANY;
        }
        if (!replies.add(reply)) {
            return CannedReplyOutcome.SHORTCUT_TAKEN;
        }
        audit.record(SAVED, reply.id(), null, null);
        return CannedReplyOutcome.SAVED;
    }

    private CannedReplyOutcome change(CannedReply reply) {
        if (!replies.change(reply)) {
            return replies.find(reply.id()).isPresent() ? CannedReplyOutcome.SHORTCUT_TAKEN : CannedReplyOutcome.GONE;
        }
        audit.record(SAVED, reply.id(), null, null);
        return CannedReplyOutcome.SAVED;
    }

    /** Who finds it gone is content, too. */
    @Permit(Role.MANAGER)
    public void remove(UUID id) {
        if (replies.remove(id)) {
            audit.record(REMOVED, id, null, null);
        }
    }
}
