package io.sylion.sandbox.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A person with a phone, played in the browser or by a test.
 *
 * @param id word used in addresses
 * @param phone digits with country code
 * @param userId business-scoped user id
 * @param hidesPhone true for people with a user name: webhooks then carry the user id only
 * @param hasWhatsapp false: messages end as undeliverable
 * @param optedOut true: no marketing messages
 * @param tag short remark shown on the page: a key of its texts, or any words
 */
public record TestCustomer(
        String id,
        String name,
        String phone,
        @JsonProperty("user_id") String userId,
        String language,
        @JsonProperty("hides_phone") boolean hidesPhone,
        @JsonProperty("has_whatsapp") boolean hasWhatsapp,
        @JsonProperty("opted_out") boolean optedOut,
        String tag,
        String suggestion) {}
