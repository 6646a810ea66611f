package io.sylion.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Web;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the time goes can be read on the server's page, without a word of whose it is. */
class MetricsIT {
    private static final String STAGE = "sylion_conversation_stage_seconds_bucket stage=";

    /** Names of histograms, and a label that tells one series from the others. */
    private static final List<String> HISTOGRAMS = Stream.concat(
                    Stream.of("receive", "wait", "plan", "retrieve", "model", "record", "queue", "provider", "reply")
                            .map(stage -> STAGE + "\"" + stage + "\""),
                    Stream.of(
                            "sylion_channel_webhook_ack_seconds_bucket provider=\"cloud-api\"",
                            "sylion_platform_transaction_seconds_bucket outcome=\"committed\"",
                            "sylion_channel_provider_call_seconds_bucket operation=\"send\"",
                            "sylion_ai_call_seconds_bucket outcome=\"answered\""))
            .toList();

    @Test
    void anAnswerCountsInEachHistogram() throws Exception {
        Map<String, Double> before = new HashMap<>();
        for (String histogram : HISTOGRAMS) {
            before.put(histogram, counted(histogram));
        }
        Customer customer = Customer.of(DemoChannel.BOUTIQUE);
        customer.writes("Bonjour, quels sont vos délais de livraison ?");
        customer.gets(1);
        for (String histogram : HISTOGRAMS) {
            Await.until("one more in " + histogram, () -> counted(histogram), now -> now > before.get(histogram));
        }
    }

    @Test
    void noFigureSaysWhose() throws Exception {
        assertThat(ours())
                .isNotEmpty()
                .noneMatch(line -> line.contains("tenant") || line.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-.*"));
    }

    /** How much all buckets of a histogram hold together. */
    private static double counted(String histogram) throws Exception {
        String name = histogram.substring(0, histogram.indexOf(' '));
        String label = histogram.substring(histogram.indexOf(' ') + 1);
        return ours().stream()
                .filter(line -> line.startsWith(name) && line.contains(label) && line.contains("le=\"+Inf\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> ours() throws Exception {
        return Web.get(Installation.managementAddress() + "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("sylion_"))
                .toList();
    }
}
