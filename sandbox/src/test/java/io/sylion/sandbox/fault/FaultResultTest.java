package io.sylion.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultResultTest {
    @Test
    void whatWasAcknowledgedMustBeSettledOnce() {
        assertThat(result(Fault.PROVIDER_SLOW, 10, 0, 0, 0, 3.0).complaints()).isEmpty();
        assertThat(result(Fault.PROVIDER_SLOW, 9, 1, 1, 0, 31.0).complaints())
                .containsExactly("1 never acknowledged", "1 lost", "1 answered twice", "recovered too late");
    }

    /** Where the provider's answer gets lost, some must be in doubt; elsewhere none may be. */
    @Test
    void doubtIsAllowedWhereItCannotBeAvoided() {
        assertThat(result(Fault.PROVIDER_429, 10, 0, 0, 1, 3.0).complaints()).containsExactly("1 of unknown delivery");
        assertThat(result(Fault.SERVER_KILLED, 10, 0, 0, 1, 3.0).passed()).isTrue();
        assertThat(result(Fault.SERVER_KILLED, 10, 0, 0, 0, 3.0).passed()).isTrue();
        assertThat(result(Fault.PROVIDER_UNCONFIRMED, 10, 0, 0, 0, 3.0).complaints())
                .containsExactly("no delivery became unknown");
    }

    @Test
    void aFaultThatCouldNotBeTriedHasFailed() {
        FaultResult broken = FaultResult.broken(Fault.CLOCK_JUMP, "the package faketime is missing");
        assertThat(broken.passed()).isFalse();
        assertThat(broken.cells()).hasSameSizeAs(FaultResult.HEADS).endsWith("FAILED: the package faketime is missing");
    }

    @Test
    void faultsAreKnownByTheirWords() {
        assertThat(Fault.of("database-killed")).isEqualTo(Fault.DATABASE_KILLED);
    }

    private static FaultResult result(
            Fault fault, int acknowledged, int lost, int twice, int unknown, double recovery) {
        return new FaultResult(fault, 10, acknowledged, 0, lost, 0, twice, unknown, 0, 0, 0, recovery, -1, -1, null);
    }
}
