package io.sylion.sandbox.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A business's number at a provider.
 *
 * @param id phone number id
 * @param dialect cloud or 360dialog
 * @param number digits of the displayed number
 * @param accountId WhatsApp business account
 * @param webhook where its events go: a path of the application, or a whole address
 * @param appSecret signs webhooks (cloud)
 * @param apiKey asked of senders (360dialog)
 * @param headerName header that accompanies webhooks (360dialog), with its value
 */
public record PhoneLine(
        @JsonProperty("phone_number_id") String id,
        String dialect,
        String number,
        String business,
        @JsonProperty("account_id") String accountId,
        String webhook,
        @JsonProperty("app_secret") String appSecret,
        @JsonProperty("api_key") String apiKey,
        @JsonProperty("header_name") String headerName,
        @JsonProperty("header_value") String headerValue) {

    public PhoneLine {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("phone_number_id is missing");
        }
        dialect = dialect == null ? "cloud" : dialect;
        number = number == null ? id : number.replaceAll("\\D", "");
        business = business == null ? number : business;
        accountId = accountId == null ? "100200300" : accountId;
        if (!dialect.equals("cloud") && !dialect.equals("360dialog")) {
            throw new IllegalArgumentException("dialect must be cloud or 360dialog");
        }
        if (webhook == null) {
            throw new IllegalArgumentException("webhook is missing");
        }
    }

    public boolean cloud() {
        return dialect.equals("cloud");
    }

    public PhoneLine withWebhook(String address, String header, String value) {
        return new PhoneLine(id, dialect, number, business, accountId, address, appSecret, apiKey, header, value);
    }
}
