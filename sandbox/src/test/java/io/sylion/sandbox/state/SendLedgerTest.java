package io.sylion.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The ledger keeps what fits, and numbers go on. */
class SendLedgerTest {
    @Test
    void theOldestLeaveWhenItIsFull() {
        SendLedger ledger = new SendLedger(2000);
        for (int i = 1; i <= 5000; i++) {
            ledger.add("555000111", "33600000002", "wamid." + i, null, null, "text", "Bonjour");
        }
        assertThat(ledger.since(0, 10_000, entry -> true))
                .hasSize(2000)
                .extracting(SendLedger.Entry::seq)
                .startsWith(3001L)
                .endsWith(5000L);
        assertThat(ledger.newest(entry -> true).id()).isEqualTo("wamid.5000");
    }

    @Test
    void clearingKeepsTheNumbering() {
        SendLedger ledger = new SendLedger(100);
        ledger.add("555000111", "33600000002", "wamid.1", null, null, "text", "Bonjour");
        ledger.clear();
        assertThat(ledger.since(0, 10, entry -> true)).isEmpty();
        assertThat(ledger.add("555000111", "33600000002", "wamid.2", null, null, "text", "Bonjour")
                        .seq())
                .isEqualTo(2);
    }

    @Test
    void aCountdownEndsAndAnEndlessOneDoesNot() {
        Countdown two = new Countdown(2);
        assertThat(new boolean[] {two.take(), two.take(), two.take()}).containsExactly(true, true, false);
        Countdown endless = new Countdown(-1);
        assertThat(new boolean[] {endless.take(), endless.take()}).containsExactly(true, true);
        assertThat(endless.left()).isEqualTo(-1);
    }
}
