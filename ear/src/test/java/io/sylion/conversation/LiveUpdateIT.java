package io.sylion.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Visitor;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Open pages hear of their own tenant's conversations, and of no other's. */
class LiveUpdateIT {
    private static final int SIGNED_OUT = 4401;

    /** An open page that only listens. */
    private static final class Page implements WebSocket.Listener {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private volatile int closedWith;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closedWith = code;
            return null;
        }

        boolean heardOf(String conversationId) {
            return heard.stream().anyMatch(news -> news.contains(conversationId));
        }

        Page at(Visitor visitor) throws Exception {
            visitor.listen("/live", this);
            Await.that("the first sign of life", () -> !heard.isEmpty());
            return this;
        }
    }

    @Test
    void aMessageReachesEveryPageOfItsTenantAndNoOther() throws Exception {
        Visitor lea = Visitor.signedIn(DemoPerson.LEA);
        Page first = new Page().at(lea);
        Page second = new Page().at(lea);
        Page colleague = new Page().at(Visitor.signedIn(DemoPerson.HUGO));
        Page stranger = new Page().at(Visitor.signedIn(DemoPerson.NINA));

        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        String conversation = Await.until("conversation", customer::conversation, id -> id != null)
                .toString();
        for (Page page : List.of(first, second, colleague)) {
            Await.that("news of the conversation", () -> page.heardOf(conversation));
        }

        // what the stranger hears comes in order: once this is there, the other would have come too
        Customer other = Customer.of(DemoChannel.ATELIER);
        other.writes("Quels sont vos horaires ?");
        String own = Await.until("conversation", other::conversation, id -> id != null)
                .toString();
        Await.that("news of the stranger's own", () -> stranger.heardOf(own));
        assertThat(stranger.heardOf(conversation)).isFalse();
        assertThat(first.heardOf(own)).isFalse();
    }

    @Test
    void aBurstIsToldTogether() throws Exception {
        Page page = new Page().at(Visitor.signedIn(DemoPerson.HUGO));
        long begin = System.nanoTime();
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        for (int i = 0; i < 40; i++) {
            customer.sendsSticker();
        }
        Await.until("messages", () -> customer.thread().size(), size -> size >= 40);
        String conversation = customer.conversation().toString();
        Await.that("news", () -> page.heardOf(conversation));
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + 1;
        assertThat(page.heard).hasSizeLessThanOrEqualTo((int) (seconds * 5 + 5));
    }

    @Test
    void whoSignsOutHearsNoMore() throws Exception {
        Visitor lea = Visitor.signedIn(DemoPerson.LEA);
        Page page = new Page().at(lea);
        lea.submit("/control/switches.xhtml", "session", Map.of("session:signOut", "x"));
        Await.until(
                "closed", () -> page.closedWith, code -> code == SIGNED_OUT || code == WebSocket.NORMAL_CLOSURE + 8);
    }

    @Test
    void whoIsNotSignedInDoesNotGetIn() {
        assertThatThrownBy(() -> Visitor.nobody().listen("/live", new Page())).isNotNull();
    }

    @Test
    void aPageOfAnotherSiteDoesNotGetInWithTheVisitorsCookie() throws Exception {
        Visitor lea = Visitor.signedIn(DemoPerson.LEA);
        assertThatThrownBy(() -> lea.listen("/live", new Page(), "Origin", "https://evil.example"))
                .isNotNull();
    }

    @Test
    void anOperatorWithoutATenantHearsNothing() throws Exception {
        Page page = new Page();
        Visitor.signedIn(DemoPerson.OPERATOR).listen("/live", page);
        Await.until("closed", () -> page.closedWith, code -> code == 1008);
        assertThat(page.heard).isEmpty();
    }
}
