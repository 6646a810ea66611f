package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Web;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without its database the application still takes messages in, and handles them when the database is back. */
class DatabaseStoppedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @AfterEach
    void startTheDatabase() throws Exception {
        Installation.sylion("db", "start");
        Await.until(
                "ready",
                PATIENCE,
                () -> Web.get(Installation.managementAddress() + "/health/ready")
                        .status(),
                s -> s == 200);
    }

    @Test
    void webhooksAreTakenInWhileTheDatabaseIsAway() throws Exception {
        Customer before = Customer.of(DemoChannel.BOUTIQUE);
        before.writes("Bonjour, quels sont vos délais de livraison ?");
        before.gets(1);

        Installation.sylion("db", "stop");
        Customer meanwhile = Customer.of(DemoChannel.BOUTIQUE);
        String asked = meanwhile.writes("Bonjour, quels sont vos délais de livraison ?");
        String askedAgain = before.writes("Et pour la Belgique ?");
        Installation.sylion("db", "start");

        Await.until("answer to " + asked, PATIENCE, meanwhile::got, sent -> sent.size() == 1);
        Await.until("answer to " + askedAgain, PATIENCE, before::got, sent -> sent.size() == 2);
        assertThat(meanwhile.gets(1).getFirst().context()).isEqualTo(asked);
        assertThat(before.gets(2).getLast().context()).isEqualTo(askedAgain);
    }
}
