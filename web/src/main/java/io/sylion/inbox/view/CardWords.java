package io.sylion.inbox.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.sylion.inbox.view.Bubble.Card;
import io.sylion.inbox.view.Bubble.Line;
import io.sylion.platform.api.Json;
import io.sylion.platform.faces.Texts;
import io.sylion.platform.text.CleanText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Puts what only some types of message have into words: places, contacts, orders, choices, forms, what is not supported. */
@RequestScoped
public class CardWords {
    private static final int MOST_LINES = 12;
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    @Inject
    Texts texts;

    /** Null when the message has no more than words and a file. */
    Card card(JsonNode detail) {
        if (detail.has("location")) {
            return location(detail.path("location"));
        }
        if (detail.has("contacts")) {
            return contacts(detail.path("contacts"));
        }
        if (detail.has("order")) {
            return order(detail.path("order"));
        }
        if (detail.has("form")) {
            return form(detail.path("form"));
        }
        if (detail.has("unsupported")) {
            return unsupported(detail.path("unsupported"));
        }
        if (detail.has("callPermission")) {
            String answer = detail.path("callPermission").path("response").asText();
            return plain("phone", text(answer.equals("accept") ? "card.callAccepted" : "card.callRefused"));
        }
        if (detail.path("choice").has("description")) {
            return new Card(
                    "list",
                    detail.path("choice").path("title").asText(),
                    List.of(new Line(
                            null, detail.path("choice").path("description").asText())),
                    null,
                    null);
        }
        if (detail.has("template")) {
            return plain(
                    "file",
                    text("card.template", detail.path("template").path("name").asText("?")));
        }
        return null;
    }

    /** The small line above the words, null when there is none. */
    String hint(JsonNode detail) {
        if (detail.has("referral")) {
            String headline = detail.path("referral").path("headline").asText("");
            return headline.isEmpty() ? text("hint.ad") : text("hint.adNamed", headline);
        }
        if (detail.path("forwarded").asBoolean()) {
            return text(detail.path("forwardedOften").asBoolean() ? "hint.forwardedOften" : "hint.forwarded");
        }
        return detail.has("product")
                ? text("hint.product", detail.path("product").path("product").asText("?"))
                : null;
    }

    static JsonNode parse(String detail) {
        return detail == null ? Json.mapper().createObjectNode() : Json.read(detail, JsonNode.class);
    }

    private Card location(JsonNode place) {
        List<Line> lines = new ArrayList<>();
        add(lines, null, place.path("address").asText(null));
        boolean known = place.has("latitude") && place.has("longitude");
        String position = known
                ? String.format(
                        Locale.ROOT,
                        "%.5f, %.5f",
                        place.path("latitude").asDouble(),
                        place.path("longitude").asDouble())
                : null;
        add(lines, null, position);
        String url = known
                ? String.format(
                        Locale.ROOT,
                        "https://www.openstreetmap.org/?mlat=%1$.6f&mlon=%2$.6f#map=17/%1$.6f/%2$.6f",
                        place.path("latitude").asDouble(),
                        place.path("longitude").asDouble())
                : null;
        return new Card("pin", place.path("name").asText(text("card.location")), lines, url, text("card.map"));
    }

    private Card contacts(JsonNode cards) {
        List<Line> lines = new ArrayList<>();
        for (JsonNode card : cards) {
            String name = card.path("name").asText(text("unknownContact"));
            if (cards.size() > 1) {
                add(lines, null, name);
            }
            add(lines, null, card.path("org").asText(null));
            card.path("phones").forEach(phone -> add(lines, text("card.phone"), phone.asText()));
            card.path("emails").forEach(mail -> add(lines, text("card.email"), mail.asText()));
        }
        String title = cards.size() == 1
                ? cards.path(0).path("name").asText(text("unknownContact"))
                : text("card.contacts", cards.size());
        return new Card("person", title, lines, null, null);
    }

    private Card order(JsonNode order) {
        List<Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        String currency = null;
        for (JsonNode item : order.path("items")) {
            BigDecimal quantity = number(item.path("quantity").asText("1"));
            BigDecimal price = number(item.path("price").asText("0"));
            currency = item.path("currency").asText(currency);
            total = total.add(quantity.multiply(price));
            add(
                    lines,
                    quantity.stripTrailingZeros().toPlainString() + " × "
                            + item.path("product").asText("?"),
                    money(quantity.multiply(price), currency));
        }
        add(lines, text("card.total"), money(total, currency));
        return new Card("cart", text("card.order", order.path("items").size()), lines, null, null);
    }

    private Card form(JsonNode form) {
        List<Line> lines = new ArrayList<>();
        JsonNode response = form.path("response");
        if (response.isObject()) {
            response.properties().stream()
                    .filter(field -> !field.getKey().equals("flow_token"))
                    .forEach(field -> add(
                            lines,
                            field.getKey().replace('_', ' '),
                            field.getValue().isValueNode()
                                    ? field.getValue().asText()
                                    : field.getValue().toString()));
        } else {
            add(lines, null, response.asText(null));
        }
        return new Card("list", text("card.form"), lines, null, null);
    }

    private Card unsupported(JsonNode what) {
        String kind = what.path("what").asText("?");
        List<Line> lines = new ArrayList<>();
        add(lines, null, texts.getOr("inbox", "unsupported." + kind, text("card.unsupportedKind", kind)));
        return new Card("question", text("card.unsupported"), lines, null, null);
    }

    private static Card plain(String icon, String title) {
        return new Card(icon, title, List.of(), null, null);
    }

    private static void add(List<Line> lines, String label, String value) {
        if (value != null && !value.isBlank() && lines.size() < MOST_LINES) {
            lines.add(new Line(label, CleanText.cut(value, LONGEST_LINE)));
        }
    }

    /** Zero when it is no number of a size that a shop would write: 1e999999999 takes a gigabyte to write out. */
    static BigDecimal number(String text) {
        String plain = text.strip().replace(',', '.');
        return NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : BigDecimal.ZERO;
    }

    private String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(texts.locale());
        try {
            format.setCurrency(Currency.getInstance(currency == null ? "EUR" : currency));
        } catch (IllegalArgumentException e) {
            return amount.toPlainString() + " " + currency;
        }
        return format.format(amount);
    }

    private String text(String key, Object... values) {
        return texts.get("inbox", key, values);
    }
}
