package io.sylion.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.persistence.DatabaseTest;
import io.sylion.platform.persistence.Ids;
import io.sylion.tenant.domain.TenantScope;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CannedReplyRepositoryIT extends DatabaseTest {
    private TenantScope tenant;

    @BeforeEach
    void tenant() throws Exception {
        tenant = newTenant();
    }

    @Test
    void aShortcutIsTakenOnce() {
        CannedReply first = reply(Ids.next(), "merci", "Merci !");
        CannedReply second = reply(Ids.next(), "bonjour", "Bonjour !");
        assertThat(on(tenant, replies -> replies.add(second))).isTrue();
        assertThat(on(tenant, replies -> replies.add(first))).isTrue();
        assertThat(on(tenant, replies -> replies.add(reply(Ids.next(), "merci", "Autre"))))
                .isFalse();
        assertThat(on(tenant, replies -> replies.change(reply(second.id(), "merci", "Autre"))))
                .isFalse();
        assertThat(on(tenant, replies -> replies.change(reply(first.id(), "merci", "Merci bien !"))))
                .isTrue();
        on(tenant, replies -> {
            assertThat(replies.all()).extracting(CannedReply::shortcut).containsExactly("bonjour", "merci");
            assertThat(replies.find(first.id()).orElseThrow().body()).isEqualTo("Merci bien !");
            assertThat(replies.count()).isEqualTo(2);
            return true;
        });
    }

    @Test
    void anotherTenantHasItsOwn() throws Exception {
        CannedReply ours = reply(Ids.next(), "merci", "Merci !");
        assertThat(on(tenant, replies -> replies.add(ours))).isTrue();
        TenantScope foreign = newTenant();
        assertThat(on(
                        foreign,
                        replies -> replies.all().isEmpty()
                                && replies.find(ours.id()).isEmpty()))
                .isTrue();
        assertThat(on(foreign, replies -> replies.change(reply(ours.id(), "merci", "Autre"))))
                .isFalse();
        assertThat(on(foreign, replies -> replies.remove(ours.id()))).isFalse();
        assertThat(on(foreign, replies -> replies.add(reply(Ids.next(), "merci", "Merci !"))))
                .isTrue();
        assertThat(on(tenant, replies -> replies.remove(ours.id()))).isTrue();
        assertThat(on(foreign, replies -> replies.count() == 1)).isTrue();
    }

    private static CannedReply reply(UUID id, String shortcut, String body) {
        return new CannedReply(id, shortcut, body, "Léa Martin", Instant.parse("2026-11-20T12:00:00Z"));
    }

    private static boolean on(TenantScope scope, Predicate<CannedReplyRepository> work) {
        return inTransaction(scope, entities -> {
            CannedReplyRepository replies = new CannedReplyRepository();
            replies.entities = entities;
            return work.test(replies);
        });
    }
}
