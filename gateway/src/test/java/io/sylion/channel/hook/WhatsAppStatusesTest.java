package io.sylion.channel.hook;

import static io.sylion.channel.hook.WebhookSamples.event;
import static io.sylion.channel.hook.WebhookSamples.parse;
import static io.sylion.channel.hook.WebhookSamples.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.DeliveryUpdate;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import io.sylion.channel.domain.DeliveryStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppStatusesTest {

    @ParameterizedTest
    @EnumSource(DeliveryStatus.class)
    void everyStatusIsKnown(DeliveryStatus expected) {
        String word = expected.name().toLowerCase(java.util.Locale.ROOT);
        InboundEvent event = event(status("'status':'" + word + "','recipient_id':'33600000002'"));

        assertThat(event.kind()).isEqualTo(InboundKind.DELIVERY);
        assertThat(event.key()).isEqualTo("wamid.OUT1:" + word);
        assertThat(event.providerMessageId()).isEqualTo("wamid.OUT1");
        assertThat(event.party()).isEqualTo(new InboundParty("33600000002", null, null));
        assertThat(event.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_100));
        assertThat(event.delivery()).isEqualTo(new DeliveryUpdate(expected, null, null, null, null));
    }

    @Test
    void ourIdAndThePriceComeBack() {
        UUID ours = UUID.randomUUID();

        assertThat(event(status("'status':'sent','recipient_user_id':'FR.9Zk2','biz_opaque_callback_data':'" + ours
                        + "','conversation':{'id':'c1','expiration_timestamp':1790086400},'pricing':{'billable':true,"
                        + "'pricing_model':'CBP','category':'service'}")))
                .satisfies(event -> {
                    assertThat(event.party()).isEqualTo(new InboundParty(null, "FR.9Zk2", null));
                    assertThat(event.delivery())
                            .isEqualTo(new DeliveryUpdate(DeliveryStatus.SENT, ours, null, null, "service"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"'job-42'", "'1-1-1-1-1'", "17", "null", "{}", "'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz'"})
    void othersDataAreNotOurs(String opaque) {
        assertThat(event(status("'status':'sent','biz_opaque_callback_data':" + opaque))
                        .delivery()
                        .messageId())
                .isNull();
    }

    @Test
    void aFailureSaysWhy() {
        assertThat(event(status("'status':'failed','errors':[{'code':131047,'title':'Re-engagement message',"
                                + "'message':'Re-engagement message','error_data':{'details':'More than 24 hours.'}}]"))
                        .delivery())
                .isEqualTo(new DeliveryUpdate(DeliveryStatus.FAILED, null, "131047", "More than 24 hours.", null));
        assertThat(event(status("'status':'failed','errors':[{'code':470,'title':'Window','details':'Closed'}]"))
                        .delivery())
                .isEqualTo(new DeliveryUpdate(DeliveryStatus.FAILED, null, "470", "Closed", null));
        assertThat(event(status("'status':'failed'")).delivery())
                .isEqualTo(new DeliveryUpdate(DeliveryStatus.FAILED, null, null, null, null));
    }

    @Test
    void participantsOfAGroupHaveTheirOwn() {
        InboundEvent event = event(status("'status':'read','recipient_type':'group','recipient_id':'1203630000',"
                + "'recipient_participant_id':'33600000002'"));

        assertThat(event.key()).isEqualTo("wamid.OUT1:read:33600000002");
        assertThat(event.party()).isEqualTo(new InboundParty("33600000002", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'status':'in_orbit'", "'status':'deleted'", "'status':'warning'", "'status':null", "'x':1"})
    void otherStatusesAreIgnored(String status) {
        ParsedWebhook parsed = parse(status(status));

        assertThat(parsed.ignored()).isEqualTo(Map.of(IgnoreReason.UNKNOWN_STATUS, 1));
        assertThat(parsed.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(InboundKind.IGNORED);
            assertThat(event.note()).startsWith("unknown-status");
        });
    }
}
