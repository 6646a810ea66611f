package io.sylion.inbox.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.conversation.domain.MediaDetails;
import io.sylion.conversation.domain.MessageAuthor;
import io.sylion.conversation.domain.MessageDetails;
import io.sylion.decision.domain.CitedPassage;
import io.sylion.decision.domain.DecisionDetails;
import io.sylion.decision.service.DecisionService;
import io.sylion.inbox.view.Bubble.Delivery;
import io.sylion.inbox.view.Bubble.FileView;
import io.sylion.platform.api.Json;
import io.sylion.platform.faces.Moments;
import io.sylion.platform.faces.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws messages: whatever a customer can send has a picture here, what is unknown as well. */
@RequestScoped
public class Bubbles {
    @Inject
    DecisionService decisions;

    @Inject
    CardWords cards;

    @Inject
    Texts texts;

    @Inject
    Moments moments;

    List<Bubble> of(List<MessageDetails> messages) {
        Map<UUID, DecisionDetails> reasons = decisions
                .all(messages.stream()
                        .map(MessageDetails::decisionId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(DecisionDetails::id, Function.identity()));
        List<Bubble> bubbles = new ArrayList<>();
        LocalDate day = null;
        UUID lastInbound = null;
        for (MessageDetails message : messages) {
            LocalDate own = moments.date(message.occurredAt());
            String heading = own.equals(day) ? null : moments.day(message.occurredAt());
            day = own;
            lastInbound = message.isInbound() ? message.id() : lastInbound;
            bubbles.add(bubble(message, heading, lastInbound, reasons.get(message.decisionId())));
        }
        return bubbles;
    }

    private Bubble bubble(MessageDetails m, String day, UUID lastInbound, DecisionDetails reason) {
        JsonNode detail = CardWords.parse(m.detail());
        Delivery delivery = delivery(m);
        List<String> sources = reason == null ? List.of() : sources(reason.passages());
        return new Bubble(
                m.id(),
                side(m.author()),
                style(m.author()),
                m.type().name().toLowerCase(Locale.ROOT),
                day,
                author(m),
                html(m),
                quote(m.replyTo()),
                m.media() == null || m.revoked() ? null : file(m),
                m.revoked() ? null : cards.card(detail),
                m.revoked() ? null : cards.hint(detail),
                sources,
                m.reactions(),
                m.edited(),
                m.occurredAt(),
                moments.clock(m.occurredAt()),
                moments.exact(m.occurredAt()),
                delivery,
                trace(m, lastInbound),
                Integer.toHexString(Objects.hash(
                        m.state(), m.body(), m.revoked(), m.edited(), m.reactions(), m.media(), m.failureCode(), day)));
    }

    private static String side(MessageAuthor author) {
        return switch (author) {
            case CUSTOMER -> "in";
            case AI, MEMBER, PHONE_APP -> "out";
            case NOTE -> "note";
            case SYSTEM -> "system";
        };
    }

    private static String style(MessageAuthor author) {
        return switch (author) {
            case AI -> "ai";
            case MEMBER, PHONE_APP -> "me";
            default -> "";
        };
    }

    private String author(MessageDetails m) {
        return switch (m.author()) {
            case CUSTOMER -> null;
            case PHONE_APP -> text("author.phone");
            case SYSTEM -> text("author.system");
            default -> m.authorName();
        };
    }

    private String html(MessageDetails m) {
        if (m.revoked()) {
            return "<em class=\"gone\">" + WhatsAppText.escape(text("revoked")) + "</em>";
        }
        return m.author() == MessageAuthor.SYSTEM && m.body() != null
                ? WhatsAppText.escape(ReasonWords.of(texts, m.body()))
                : WhatsAppText.html(m.body());
    }

    private String quote(String replyTo) {
        if (replyTo == null) {
            return null;
        }
        String type = replyTo.matches("\\[[A-Z_]+]") ? replyTo.substring(1, replyTo.length() - 1) : null;
        return type == null ? WhatsAppText.line(replyTo) : texts.getOr("inbox", "type." + type, replyTo);
    }

    private FileView file(MessageDetails m) {
        MediaDetails media = m.media();
        String kind = switch (m.type()) {
            case IMAGE -> "image";
            case STICKER -> "sticker";
            case VIDEO -> "video";
            case AUDIO, VOICE -> "audio";
            default -> "document";
        };
        String state = switch (media.state()) {
            case STORED -> "ready";
            case PENDING -> "pending";
            case FAILED -> "failed";
        };
        String label = media.fileName() == null ? text("type." + m.type()) : media.fileName();
        return new FileView(kind, state, "/media/" + media.id(), label, size(media.sizeBytes()), media.mimeType());
    }

    private String size(Long bytes) {
        if (bytes == null) {
            return "";
        }
        return bytes < 1_000_000
                ? text("size.kilo", Math.max(1, bytes / 1000))
                : text("size.mega", bytes / 100_000 / 10.0);
    }

    private static List<String> sources(String passages) {
        return passages(passages).stream()
                .filter(CitedPassage::cited)
                .map(CitedPassage::title)
                .distinct()
                .toList();
    }

    static List<CitedPassage> passages(String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return Json.mapper().readValue(json, new TypeReference<List<CitedPassage>>() {});
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** An automatic message has a decision; a note of the system belongs to that of the message before it. */
    private static String trace(MessageDetails m, UUID lastInbound) {
        if (m.decisionId() != null) {
            return "id=" + m.decisionId();
        }
        return m.author() == MessageAuthor.SYSTEM && lastInbound != null ? "message=" + lastInbound : null;
    }

    private Delivery delivery(MessageDetails m) {
        String state = m.state().name();
        return switch (m.state()) {
            case RECEIVED, NOTED -> null;
            case QUEUED, SENDING -> new Delivery(state, "clock", "", text("state." + state), null, null);
            case SENT -> new Delivery(state, "tick", "", text("state." + state), null, null);
            case DELIVERED -> new Delivery(state, "ticks", "", text("state." + state), null, null);
            case READ, PLAYED -> new Delivery(state, "ticks", "read", text("state." + state), null, null);
            case FAILED -> new Delivery(state, "alert", "bad", text("state." + state), failure(m), text("retry"));
            case UNKNOWN ->
                new Delivery(state, "question", "warn", text("state." + state), text("unknownHint"), text("sendAgain"));
            case WITHHELD ->
                new Delivery(state, "alert", "warn", text("state." + state), failure(m), text("sendAnyway"));
        };
    }

    private String failure(MessageDetails m) {
        String otherwise = m.failureReason() == null ? text("failure.unknown") : m.failureReason();
        return m.failureCode() == null ? otherwise : texts.getOr("inbox", "failure." + m.failureCode(), otherwise);
    }

    private String text(String key, Object... values) {
        return texts.get("inbox", key, values);
    }
}
