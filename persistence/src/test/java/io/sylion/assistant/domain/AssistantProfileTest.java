package io.sylion.assistant.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantProfileTest {
    @ParameterizedTest
    @CsvSource({
        "09:00, 18:00, 08:59, false",
        "09:00, 18:00, 09:00, true",
        "09:00, 18:00, 17:59, true",
        "09:00, 18:00, 18:00, false",
        "20:00, 02:00, 23:30, true",
        "20:00, 02:00, 01:59, true",
        "20:00, 02:00, 02:00, false",
        "20:00, 02:00, 12:00, false",
        ", , 03:00, true",
        "09:00, , 03:00, true"
    })
    void answersWithinItsHours(LocalTime opens, LocalTime closes, LocalTime time, boolean open) {
        assertThat(profile(opens, closes).isOpenAt(time)).isEqualTo(open);
    }

    private static AssistantProfile profile(LocalTime opens, LocalTime closes) {
        return new AssistantProfile(
                null,
                "Lumi",
                "Tu es Lumi.",
                "fr",
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                Duration.ZERO,
                "",
                "",
                opens,
                closes,
                null,
                List.of());
    }
}
