package io.sylion.channel.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sylion.platform.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads single values of a provider's JSON. What comes out is clean text. What is missing or of another shape is null. */
final class WireText {
    static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_ID = 255;
    private static final int DEEPEST = 16;
    private static final int MOST_CHILDREN = 200;
    private static final long FIRST_SECOND = 1_000_000_000L;
    private static final long FIRST_MILLISECOND = 100_000_000_000L;
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern PHONE_ORNAMENTS = Pattern.compile("[\\s+().-]");
    private static final Pattern PHONE = Pattern.compile("[0-9]{4,20}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private WireText() {}

    /** Cleaned and cut; numbers and booleans as they are written; null when there is nothing in it. */
    static String text(JsonNode node, int longest) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        String text = CleanText.of(node.asText(), longest);
        return text.isEmpty() ? null : text;
    }

    /** One line: for names, labels and reasons. */
    static String line(JsonNode node, int longest) {
        String text = text(node, LONGEST_BODY);
        if (text == null) {
            return null;
        }
        String line = CleanText.cut(
                isOneLine(text)
                        ? text.strip()
                        : GAPS.matcher(text).replaceAll(" ").strip(),
                longest);
        return line.isEmpty() ? null : line;
    }

    /** Whether there is no gap but single spaces, as nearly always. */
    private static boolean isOneLine(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    /** An identifier, kept as it is; null when it cannot be one. */
    static String id(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            return null;
        }
        String id = node.asText().strip();
        boolean usable = !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().noneMatch(c -> c <= ' ' || c == 0x7f)
                && CleanText.of(id, LONGEST_ID).equals(id);
        return usable ? id : null;
    }

    /** Digits of a phone number, without plus sign and ornaments. */
    static String phone(JsonNode node) {
        String text = line(node, 64);
        if (text == null) {
            return null;
        }
        if (PHONE.matcher(text).matches()) {
            return text;
        }
        String digits = PHONE_ORNAMENTS.matcher(text).replaceAll("");
        return PHONE.matcher(digits).matches() ? digits : null;
    }

    /** Seconds (some write milliseconds), as string or number; null when it is no time. */
    static Instant time(JsonNode node) {
        String text = node.isValueNode() ? node.asText().strip() : "";
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        long value = Long.parseLong(text);
        if (value < FIRST_SECOND) {
            return null;
        }
        return value < FIRST_MILLISECOND ? Instant.ofEpochSecond(value) : Instant.ofEpochMilli(value);
    }

    /** A copy whose texts are cleaned; what lies too deep or is too much is left out. */
    static JsonNode tree(JsonNode node) {
        return tree(node, 0);
    }

    private static JsonNode tree(JsonNode node, int depth) {
        if (node.isTextual()) {
            return TextNode.valueOf(CleanText.of(node.asText(), LONGEST_BODY));
        }
        if (node.isValueNode() || node.isMissingNode()) {
            return node.isMissingNode() ? NullNode.instance : node;
        }
        if (depth == DEEPEST) {
            return NullNode.instance;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode child : node) {
                if (copy.size() == MOST_CHILDREN) {
                    break;
                }
                copy.add(tree(child, depth + 1));
            }
            return copy;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (copy.size() == MOST_CHILDREN) {
                break;
            }
            copy.set(CleanText.of(child.getKey(), LONGEST_ID), tree(child.getValue(), depth + 1));
        }
        return copy;
    }

    /** Names something that has no id of its own by what it says. */
    static String digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
