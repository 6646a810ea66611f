package io.sylion.inbox.view;

import io.sylion.channel.domain.MessageType;
import io.sylion.conversation.domain.ConversationStatus;
import io.sylion.conversation.domain.ConversationSummary;
import io.sylion.conversation.domain.Handler;
import io.sylion.conversation.domain.MessageAuthor;
import io.sylion.inbox.view.ConversationRow.Chip;
import io.sylion.platform.faces.Initials;
import io.sylion.platform.faces.Moments;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** Puts a conversation into words: names, chips, the last line. */
@RequestScoped
public class ConversationWords {
    static final int HUES = 8;
    private static final Duration SOON = Duration.ofHours(2);

    @Inject
    Texts texts;

    @Inject
    Moments moments;

    @Inject
    Clock clock;

    ConversationRow row(ConversationSummary c) {
        String name = name(c);
        return new ConversationRow(
                c.id(),
                name,
                Initials.of(c.contactName()),
                hue(c.contactId()),
                texts.get("inbox", "channel." + c.provider()),
                icon(c.lastType()),
                preview(c),
                moments.brief(c.lastActivityAt()),
                moments.exact(c.lastActivityAt()),
                c.lastActivityAt(),
                c.unreadCount(),
                triage(c),
                owner(c),
                window(c, false));
    }

    String name(ConversationSummary c) {
        if (c.contactName() != null && !c.contactName().isBlank()) {
            return c.contactName();
        }
        return c.phone() == null ? text("unknownContact") : PhoneNumber.readable(c.phone());
    }

    static int hue(UUID id) {
        return Math.floorMod(id.hashCode(), HUES);
    }

    private String preview(ConversationSummary c) {
        String words = WhatsAppText.line(c.lastText());
        if (words.isEmpty() && c.lastType() != null) {
            words = text("type." + c.lastType());
        }
        if (c.lastAuthor() == MessageAuthor.AI) {
            return "✦ " + words;
        }
        return c.lastAuthor() == MessageAuthor.MEMBER || c.lastAuthor() == MessageAuthor.PHONE_APP
                ? text("preview.team", words)
                : words;
    }

    static String icon(MessageType type) {
        return switch (type) {
            case IMAGE, STICKER -> "image";
            case VIDEO -> "film";
            case AUDIO, VOICE -> "mic";
            case DOCUMENT -> "file";
            case LOCATION -> "pin";
            case CONTACTS -> "person";
            case ORDER -> "cart";
            case LIST_REPLY, BUTTON_REPLY, FORM_REPLY -> "list";
            case CALL_PERMISSION -> "phone";
            case UNSUPPORTED -> "question";
            case null, default -> null;
        };
    }

    Chip triage(ConversationSummary c) {
        if (c.escalated()) {
            return new Chip("escalated", "warn", text("triage.ESCALATE"), reason(c.triageReason()));
        }
        if (c.triage() == null || c.handler() == Handler.MEMBER || c.status() == ConversationStatus.CLOSED) {
            return null;
        }
        return switch (c.triage()) {
            case AUTO_REPLY ->
                new Chip(
                        "auto",
                        "ai",
                        "✦ " + text("triage.AUTO_REPLY") + confidence(c.triageConfidence()),
                        reason(c.triageReason()));
            case ESCALATE -> new Chip("escalated", "warn", text("triage.ESCALATE"), reason(c.triageReason()));
            case IGNORE -> new Chip("ignored", "", text("triage.IGNORE"), reason(c.triageReason()));
        };
    }

    private String confidence(BigDecimal confidence) {
        if (confidence == null || confidence.compareTo(BigDecimal.ONE) >= 0) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return " " + format.format(confidence);
    }

    Chip owner(ConversationSummary c) {
        if (c.status() == ConversationStatus.CLOSED) {
            return new Chip("closed", "", text("closed"), null);
        }
        return switch (c.handler()) {
            case AI -> null;
            case MEMBER -> new Chip("member", "me", firstName(c.memberName()), text("owner.member", c.memberName()));
            case NOBODY -> new Chip("nobody", "bad", text("owner.nobody"), text("owner.nobodyHint"));
        };
    }

    private static String firstName(String name) {
        return name == null ? "?" : name.strip().split("\\s+")[0];
    }

    /** @param always also while there is plenty of time */
    Chip window(ConversationSummary c, boolean always) {
        if (c.status() == ConversationStatus.CLOSED && !always) {
            return null;
        }
        Duration left =
                c.windowClosesAt() == null ? Duration.ZERO : Duration.between(clock.instant(), c.windowClosesAt());
        if (left.isNegative() || left.isZero()) {
            return new Chip("window-closed", "bad", text("window.closed"), text("window.closedHint"));
        }
        boolean soon = left.compareTo(SOON) < 0;
        return new Chip(
                soon ? "window-soon" : "window-open",
                soon ? "warn" : "",
                moments.lasting(left),
                text("window.openHint", moments.exact(c.windowClosesAt())));
    }

    Locale locale() {
        return texts.locale();
    }

    /** Words of a reason's code; what has no words is shown as it is. */
    String reason(String code) {
        return ReasonWords.of(texts, code);
    }

    String text(String key, Object... values) {
        return texts.get("inbox", key, values);
    }
}
