package io.sylion.channel.adapter.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sylion.channel.api.OutboundContent;
import io.sylion.channel.api.OutboundMedia;
import io.sylion.channel.api.ProviderFailure;
import io.sylion.channel.domain.MessageType;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBodyTest {
    private static final UUID ID = new UUID(0, 7);
    private static final OutboundMedia FILE = new OutboundMedia("key", "application/pdf", "devis.pdf");

    @Test
    void aTextCarriesOurIdSoThatAStatusCanSettleIt() {
        ObjectNode body =
                MessageBody.of(message("33600000001", null, MessageType.TEXT, "Bonjour", null, "wamid.q"), null);
        assertThat(body.path("to").asText()).isEqualTo("33600000001");
        assertThat(body.path("text").path("body").asText()).isEqualTo("Bonjour");
        assertThat(body.path("biz_opaque_callback_data").asText()).isEqualTo(ID.toString());
        assertThat(body.path("context").path("message_id").asText()).isEqualTo("wamid.q");
    }

    @Test
    void whoHasNoPhoneNumberIsAddressedByTheOtherIdentity() {
        ObjectNode body = MessageBody.of(message(null, "FR.123", MessageType.TEXT, "Bonjour", null, null), null);
        assertThat(body.has("to")).isFalse();
        assertThat(body.path("recipient").asText()).isEqualTo("FR.123");
        assertThat(body.has("context")).isFalse();
    }

    @Test
    void aDocumentHasItsNameAndCaption() {
        ObjectNode body =
                MessageBody.of(message("336", null, MessageType.DOCUMENT, "Votre devis", FILE, null), "media-1");
        assertThat(body.path("type").asText()).isEqualTo("document");
        assertThat(body.path("document").path("id").asText()).isEqualTo("media-1");
        assertThat(body.path("document").path("filename").asText()).isEqualTo("devis.pdf");
        assertThat(body.path("document").path("caption").asText()).isEqualTo("Votre devis");
    }

    @Test
    void aVoiceMessageIsAnAudioWithoutCaption() {
        ObjectNode body = MessageBody.of(message("336", null, MessageType.VOICE, "texte", FILE, null), "media-1");
        assertThat(body.path("type").asText()).isEqualTo("audio");
        assertThat(body.path("audio").path("voice").asBoolean()).isTrue();
        assertThat(body.path("audio").has("caption")).isFalse();
    }

    @Test
    void typingTravelsWithTheReadMark() {
        assertThat(MessageBody.read("wamid.1", true)
                        .path("typing_indicator")
                        .path("type")
                        .asText())
                .isEqualTo("text");
        assertThat(MessageBody.read("wamid.1", false).has("typing_indicator")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 4096, false, ",
        "TEXT, 4097, false, text-too-long",
        "TEXT, 0, false, message-incomplete",
        "IMAGE, 1024, true, ",
        "IMAGE, 1025, true, text-too-long",
        "IMAGE, 5, false, message-incomplete",
        "LOCATION, 5, false, message-incomplete"
    })
    void whatTheProviderWouldRefuseIsNotEvenSent(MessageType type, int length, boolean file, String refused) {
        OutboundContent message = message("336", null, type, "x".repeat(length), file ? FILE : null, null);
        if (refused == null) {
            assertThatNoException().isThrownBy(() -> MessageBody.check(message));
        } else {
            ProviderFailure failure = catchThrowableOfType(ProviderFailure.class, () -> MessageBody.check(message));
            assertThat(failure.code()).isEqualTo(refused);
            assertThat(failure.remedy()).isEqualTo(ProviderFailure.Remedy.FAIL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 5242880",
        "image/webp, 512000",
        "audio/ogg; codecs=opus, 16777216",
        "application/pdf, 104857600",
        "nonsense, 104857600",
        ", 104857600"
    })
    void filesHaveTheirLimits(String type, long bytes) {
        assertThat(MediaLimits.maxBytes(type)).isEqualTo(bytes);
    }

    private static OutboundContent message(
            String phone, String bsuid, MessageType type, String text, OutboundMedia media, String replyTo) {
        return new OutboundContent(ID, phone, bsuid, type, text, media, null, replyTo);
    }
}
