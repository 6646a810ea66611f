package io.sylion.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sylion.channel.api.InboundEvent;
import io.sylion.platform.api.Json;

/** What lies in a queue is a command or refused as a whole; of a dead letter ids are shown and nothing that people wrote. */
class CommandFuzzTest {
    @DictionaryEntries({
        "{\"tenantId\":\"01900000-0000-7000-8000-000000000001\"", "\"channelId\":\"", "\"messageId\":\"", "\"key\":\"",
        "\"kind\":\"MESSAGE\"", "\"occurredAt\":\"2026-11-20T12:00:00Z\"", "\"party\":{\"phone\":\"",
                "\"content\":{\"type\":\"TEXT\"",
        "\"detail\":{"
    })
    @FuzzTest
    void anyBodyIsReadOrRefused(FuzzedDataProvider data) {
        String body = data.consumeRemainingAsString();
        DeadLetters.ids(body).forEach((name, id) -> {
            assertThat(name).endsWith("Id").isNotEqualTo("tenantId");
            assertThat(id).matches("[\\w.:=+/-]+");
        });
        try {
            Json.read(body, InboundEvent.class);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not JSON of ");
        }
    }
}
