package io.sylion.channel.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a provider's JSON within limits: a small body cannot ask for much memory or time. A single text may be as long as the
 * body, since one long text must not cost the rest of the batch; it is cut later.
 */
final class WebhookJson {
    private static final int DEEPEST = 100;
    private static final int MOST_TOKENS = 250_000;
    private static final int LONGEST_NUMBER = 200;
    private static final int LONGEST_NAME = 1_000;

    private final ObjectReader reader;

    WebhookJson(int longestText) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxTokenCount(MOST_TOKENS)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(longestText)
                .maxDocumentLength(longestText)
                .build();
        reader = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(JsonNode.class);
    }

    /** The object or array in the body; empty when it is none. Bytes that are no UTF-8 become replacement characters. */
    Optional<JsonNode> read(byte[] body, int length) {
        try {
            return container(reader.readTree(body, 0, length));
        } catch (JsonProcessingException e) {
            return isUtf8(body, length) ? Optional.empty() : readReplaced(body, length);
        } catch (CharacterCodingException e) {
            return readReplaced(body, length);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> readReplaced(byte[] body, int length) {
        try {
            return container(reader.readTree(new String(body, 0, length, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> container(JsonNode root) {
        return root != null && root.isContainerNode() ? Optional.of(root) : Optional.empty();
    }

    private static boolean isUtf8(byte[] body, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
