package io.sylion.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.ApiClient;
import io.sylion.platform.test.Browser;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.StaffSession;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An owner makes a key, another system uses it, the owner takes it back. */
class ApiKeysST {
    @Test
    void aKeyIsShownOnceAndMayBeRevoked() throws Exception {
        String name = "Site " + UUID.randomUUID();
        String own = "[data-key='" + name + "']";
        try (Browser browser = new Browser()) {
            SignInPage.open(browser).enter(DemoPerson.LEA);
            browser.open("/governance/api-keys.xhtml");
            browser.type(By.id("new:name"), name);
            browser.follow(By.id("new:create"));
            String key = browser.text("#made");
            ApiClient site = ApiClient.with(key);
            assertThat(site.get("/knowledge/bases").status()).isEqualTo(200);

            browser.open("/governance/api-keys.xhtml");
            assertThat(browser.has("#made")).isFalse();
            assertThat(browser.driver().getPageSource()).doesNotContain(key);
            browser.click(own + " .sure > summary");
            browser.follow(By.cssSelector(own + " .revoke"));
            browser.shows(own, "Révoquée");
            assertThat(site.get("/knowledge/bases").status()).isEqualTo(401);
        }
    }

    /** Rows are counted when a form comes back: what another owner did meanwhile must not move them. */
    @Test
    void theKeyThatWasShownIsRevokedWhateverWasMadeSince() throws Exception {
        String shown = "Vu " + UUID.randomUUID();
        String later = "Depuis " + UUID.randomUUID();
        try (Browser one = new Browser();
                Browser other = new Browser()) {
            String first = made(one, shown);
            one.open("/governance/api-keys.xhtml");
            String second = made(other, later);
            one.click("[data-key='" + shown + "'] .sure > summary");
            one.follow(By.cssSelector("[data-key='" + shown + "'] .revoke"));
            one.shows("[data-key='" + shown + "']", "Révoquée");
            assertThat(ApiClient.with(first).get("/knowledge/bases").status()).isEqualTo(401);
            assertThat(ApiClient.with(second).get("/knowledge/bases").status()).isEqualTo(200);
        }
    }

    private static String made(Browser browser, String name) {
        SignInPage.open(browser).enter(DemoPerson.LEA);
        browser.open("/governance/api-keys.xhtml");
        browser.type(By.id("new:name"), name);
        browser.follow(By.id("new:create"));
        return browser.text("#made");
    }

    @Test
    void onlyOwnersSeeThePage() throws Exception {
        assertThat(StaffSession.of(DemoPerson.HUGO)
                        .get("/governance/api-keys.xhtml")
                        .statusCode())
                .isEqualTo(403);
    }
}
