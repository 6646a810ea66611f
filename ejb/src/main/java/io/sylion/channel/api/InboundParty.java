package io.sylion.channel.api;

/**
 * A customer as the provider names them. A phone number may be missing (people who write under a username), a name too.
 *
 * @param phone digits without plus sign
 * @param bsuid WhatsApp's business-scoped user id
 * @param name what the person calls themselves
 */
public record InboundParty(String phone, String bsuid, String name) {
    String groupKey() {
        return bsuid != null ? bsuid : phone;
    }
}
