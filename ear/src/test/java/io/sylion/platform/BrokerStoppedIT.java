package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Management;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without the broker nothing is acknowledged, so that the provider repeats it; afterwards all goes on. */
class BrokerStoppedIT {
    @AfterEach
    void startTheBroker() throws Exception {
        Management.startBroker();
    }

    @Test
    void nothingIsAcknowledgedThatIsNotKept() throws Exception {
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        customer.gets(1);

        Management.stopBroker();
        String first = customer.message(Customer.newId(), Instant.now(), "Et pour la Belgique ?");
        assertThat(customer.posts(first).status())
                .as("kept, or refused for a status before it")
                .isIn(200, 503);
        String second = customer.message(Customer.newId(), Instant.now(), "Et pour la Suisse ?");
        assertThat(customer.posts(second).status()).isEqualTo(503);
        assertThat(customer.bodies("CUSTOMER")).hasSize(1);

        Management.startBroker();
        Await.until(
                "the provider's repeat is taken in",
                Duration.ofSeconds(60),
                () -> customer.posts(first, second).status(),
                status -> status == 200);
        Await.until(
                "both are there, once",
                Duration.ofSeconds(60),
                () -> customer.bodies("CUSTOMER"),
                all -> all.size() == 3);
        Await.until("answer", Duration.ofSeconds(60), customer::got, sent -> sent.size() == 2);
        customer.gets(2);
    }
}
