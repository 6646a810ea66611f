package io.sylion.channel.adapter.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.api.ProviderFailure.Remedy;
import io.sylion.channel.domain.MessageType;
import io.sylion.platform.api.Json;
import java.util.Locale;

/** Messages as WhatsApp wants them. */
final class MessageBody {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CAPTION = 1024;

    private MessageBody() {}

    /** @throws ProviderFailure FAIL when the provider would refuse it anyway */
    static void check(OutboundContent message) {
        int limit = message.type() == MessageType.TEXT ? LONGEST_TEXT : LONGEST_CAPTION;
        boolean hasText = message.text() != null && !message.text().isBlank();
        if (recipient(message) == null) {
            throw refused("recipient-missing", "the message has no recipient");
        }
        if (hasText && message.text().length() > limit) {
            throw refused("text-too-long", "the text is longer than " + limit + " characters");
        }
        boolean complete = switch (message.type()) {
            case TEXT -> hasText;
            case IMAGE, VIDEO, AUDIO, VOICE, DOCUMENT, STICKER -> message.media() != null;
            case TEMPLATE -> message.template() != null;
            default -> false;
        };
        if (!complete) {
            throw refused("message-incomplete", "a message of type " + message.type() + " cannot be sent so");
        }
    }

    private static ProviderFailure refused(String code, String words) {
        return new ProviderFailure(Remedy.FAIL, code, words, null, false);
    }

    static String recipient(OutboundContent message) {
        return message.phone() != null ? message.phone() : message.bsuid();
    }

    /** @param mediaId the provider's id of the uploaded file; null for other messages */
    static ObjectNode of(OutboundContent message, String mediaId) {
        ObjectNode body = addressed(message);
        String type = wireType(message.type());
        body.put("type", type);
        if (message.messageId() != null) {
            body.put("biz_opaque_callback_data", message.messageId().toString());
        }
        if (message.replyTo() != null) {
            body.putObject("context").put("message_id", message.replyTo());
        }
        switch (message.type()) {
            case TEXT -> body.putObject("text").put("preview_url", false).put("body", message.text());
            case TEMPLATE -> body.set("template", message.template());
            default -> media(body.putObject(type), message, mediaId);
        }
        return body;
    }

    static ObjectNode reaction(OutboundContent recipient, String providerMessageId, String emoji) {
        ObjectNode body = addressed(recipient).put("type", "reaction");
        body.putObject("reaction").put("message_id", providerMessageId).put("emoji", emoji == null ? "" : emoji);
        return body;
    }

    static ObjectNode read(String providerMessageId, boolean typing) {
        ObjectNode body = Json.mapper().createObjectNode().put("messaging_product", "whatsapp");
        body.put("status", "read").put("message_id", providerMessageId);
        if (typing) {
            body.putObject("typing_indicator").put("type", "text");
        }
        return body;
    }

    private static ObjectNode addressed(OutboundContent message) {
        ObjectNode body = Json.mapper().createObjectNode().put("messaging_product", "whatsapp");
        body.put("recipient_type", "individual");
        if (message.phone() != null) {
            return body.put("to", message.phone());
        }
        return body.put("recipient", message.bsuid());
    }

    private static void media(ObjectNode part, OutboundContent message, String mediaId) {
        part.put("id", mediaId);
        if (message.type() == MessageType.VOICE) {
            part.put("voice", true);
        }
        boolean captioned = message.type() == MessageType.IMAGE
                || message.type() == MessageType.VIDEO
                || message.type() == MessageType.DOCUMENT;
        if (captioned && message.text() != null && !message.text().isBlank()) {
            part.put("caption", message.text());
        }
        if (message.type() == MessageType.DOCUMENT && message.media().fileName() != null) {
            part.put("filename", message.media().fileName());
        }
    }

    private static String wireType(MessageType type) {
        return type == MessageType.VOICE ? "audio" : type.name().toLowerCase(Locale.ROOT);
    }
}
