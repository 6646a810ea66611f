package io.sylion.platform.test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The numbers of the demo tenants, and how their providers vouch for a webhook. */
public enum DemoChannel {
    BOUTIQUE("555000111", "33180000001", "/hooks/whatsapp/cloud/demo-cloud"),
    BOUTIQUE_360("555000222", "33180000002", "/hooks/whatsapp/360dialog/demo-360"),
    ATELIER("555000333", "33180000003", "/hooks/whatsapp/cloud/demo-cloud");

    private final String numberId;
    private final String number;
    private final String path;

    DemoChannel(String numberId, String number, String path) {
        this.numberId = numberId;
        this.number = number;
        this.path = path;
    }

    public String numberId() {
        return numberId;
    }

    public UUID id() throws SQLException {
        return (UUID) Database.value("select id from channel_channel where provider_number_id = ?", numberId);
    }

    public UUID tenant() throws SQLException {
        return (UUID) Database.value("select tenant_id from channel_channel where provider_number_id = ?", numberId);
    }

    /** Posts the value of a webhook's change as the provider would. */
    Web.Answer post(String value) throws Exception {
        String body = """
                {"object":"whatsapp_business_account","entry":[{"id":"100200300","changes":[{"field":"messages","value":
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"%s","phone_number_id":"%s"},%s}}]}]}""".formatted(number, numberId, value);
        return this == BOUTIQUE_360
                ? Web.call("POST", Installation.address() + path, body, "X-Sylion-Token", "demo-360-token")
                : Web.call("POST", Installation.address() + path, body, "X-Hub-Signature-256", "sha256=" + sign(body));
    }

    private static String sign(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("demo-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
