package io.sylion.knowledge.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class RobotsRulesTest {
    @Test
    void theLongestRuleDecides() {
        RobotsRules rules = RobotsRules.of("""
                User-agent: *
                Disallow: /private # not this
                Allow: /private/open
                Disallow: /*.pdf$
                Disallow:
                """, "sylion");
        assertThat(rules.allow("/")).isTrue();
        assertThat(rules.allow("/private/x")).isFalse();
        assertThat(rules.allow("/private/open/x")).isTrue();
        assertThat(rules.allow("/a/b.pdf")).isFalse();
        assertThat(rules.allow("/a/b.pdf?x=1")).isTrue();
        assertThat(rules.allow("/a/b.pdf.pdf")).as("the end is what counts").isFalse();
    }

    @Test
    void ourOwnGroupGoesBeforeThatOfAll() {
        String text = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Sylion\nDisallow: /cart\n";
        assertThat(RobotsRules.of(text, "sylion").allow("/help")).isTrue();
        assertThat(RobotsRules.of(text, "sylion").allow("/cart")).isFalse();
        assertThat(RobotsRules.of(text, "another").allow("/help")).isFalse();
    }

    @Test
    void aGroupWithoutRulesAllowsAll() {
        assertThat(RobotsRules.of("User-agent: sylion\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "sylion")
                        .allow("/a"))
                .isTrue();
        assertThat(RobotsRules.of("<html>no rules</html>", "sylion").allow("/a"))
                .isTrue();
    }

    @Test
    void manyStarsCostNoTime() {
        RobotsRules rules = RobotsRules.of("User-agent: *\nDisallow: /" + "*a".repeat(60) + "b\n", "sylion");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(rules.allow("/" + "a".repeat(5000))).isTrue());
    }
}
