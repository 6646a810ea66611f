package io.sylion.channel.hook;

import static io.sylion.channel.hook.WebhookSamples.envelope;
import static io.sylion.channel.hook.WebhookSamples.event;
import static io.sylion.channel.hook.WebhookSamples.events;
import static io.sylion.channel.hook.WebhookSamples.ofAna;
import static io.sylion.channel.hook.WebhookSamples.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundParty;
import io.sylion.platform.api.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppWebhookParserTest {
    private static final String TEXT =
            "'from':'33600000002','timestamp':'1790000000','type':'text','text':{'body':'a'}";

    @Test
    void oneBadPartCostsNoOther() {
        ParsedWebhook parsed = parse(envelope(
                "messages",
                "'messages':[null,'text',17,[],{},{'id':'wamid.1'},{'id':'wamid.2'," + TEXT
                        + "}],'statuses':['sent',{'id':'wamid.OUT1','status':'read','timestamp':'1790000100'}],"
                        + "'errors':[{'code':130429,'title':'Rate limit hit'}]"));

        assertThat(parsed.events().stream().filter(event -> event.kind() != InboundKind.IGNORED))
                .extracting(InboundEvent::kind)
                .containsExactly(InboundKind.MESSAGE, InboundKind.DELIVERY, InboundKind.ACCOUNT);
        assertThat(parsed.ignored())
                .isEqualTo(Map.of(IgnoreReason.UNREADABLE, 5, IgnoreReason.NO_ID, 1, IgnoreReason.NO_SENDER, 1));
    }

    @Test
    void everyEntryAndChangeIsRead() {
        String change =
                "{'field':'messages','value':{'metadata':{'phone_number_id':'555000111'},'messages':[{'id':'wamid.%d',"
                        + TEXT + "}]}}";
        String body = "{'object':'whatsapp_business_account','entry':[{'changes':[" + change.formatted(1) + ","
                + change.formatted(2) + "]},null,{'changes':null},{'changes':[null,{'value':7}," + change.formatted(3)
                + "]}]}";
        ParsedWebhook parsed = parse(body);

        assertThat(parsed.events()).extracting(InboundEvent::key).containsExactly("wamid.1", "wamid.2", "wamid.3");
        assertThat(parsed.events())
                .extracting(InboundEvent::receivedAt)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(parsed.ignored()).isEqualTo(Map.of(IgnoreReason.EMPTY, 3, IgnoreReason.UNREADABLE, 1));
    }

    @Test
    void aRepeatHasTheSameKeys() {
        String odd = envelope(
                "messages", "'messages':[{'id':'wamid.1','type':'text'}],'statuses':[{'id':'x','status':'y'}]");

        assertThat(events(odd).stream().map(InboundEvent::key).toList())
                .isEqualTo(events(odd).stream().map(InboundEvent::key).toList())
                .doesNotHaveDuplicates();
        assertThat(events(ofAna("'type':'text'"))).extracting(InboundEvent::key).containsExactly("wamid.IN1");
    }

    @Test
    void anIgnoredMessageDoesNotStandInTheWayOfItsMendedSelf() {
        String ignored = events(envelope("messages", "'messages':[{'id':'wamid.1','type':'text'}]"))
                .getFirst()
                .key();

        assertThat(ignored).startsWith("ignored:").isNotEqualTo("wamid.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|EMPTY",
                "[]|EMPTY",
                "[7]|UNREADABLE",
                "{'entry':[]}|EMPTY",
                "{'entry':null}|EMPTY",
                "{'entry':'x'}|UNREADABLE",
                "{'entry':[{'changes':[]}]}|EMPTY",
                "{'entry':[{'changes':[{'field':'messages','value':null}]}]}|EMPTY",
                "{'object':'instagram','entry':[{'id':'1'}]}|WRONG_OBJECT",
                "{'object':null,'entry':[{'id':'1'}]}|WRONG_OBJECT",
                "{'entry':[{'changes':[{'field':'messages','value':{'metadata':{'phone_number_id':'999'}}}]}]}|UNKNOWN_CHANNEL",
                "{'entry':[{'changes':[{'field':'messages','value':{'metadata':{'phone_number_id':'555000111'}}}]}]}|EMPTY"
            })
    void whatSaysNothingIsCounted(String body, IgnoreReason reason) {
        ParsedWebhook parsed = parse(body);

        assertThat(parsed.events()).isEmpty();
        assertThat(parsed.ignored()).isEqualTo(Map.of(reason, 1));
    }

    @Test
    void formsWithoutEnvelopeOrInAnArrayAreReadToo() {
        assertThat(event("[" + ofAna("'type':'text','text':{'body':'a'}") + "]").kind())
                .isEqualTo(InboundKind.MESSAGE);
        assertThat(event("{'contacts':[{'profile':{'name':'Ana'},'wa_id':'33600000002'}],'messages':[{'id':'wamid.1',"
                                + TEXT + "}]}")
                        .party())
                .isEqualTo(new InboundParty("33600000002", null, "Ana"));
        assertThat(event("{'statuses':[{'id':'wamid.OUT1','status':'read','timestamp':'1790000100'}]}")
                        .kind())
                .isEqualTo(InboundKind.DELIVERY);
    }

    @Test
    void theBusinessWritesFromItsPhone() {
        InboundEvent echo = event(envelope(
                "smb_message_echoes",
                "'message_echoes':[{'from':'33100000001','to':'33600000002','id':'wamid.E1','timestamp':'1790000000',"
                        + "'type':'text','text':{'body':'Je vous rappelle'}}]"));

        assertThat(echo.kind()).isEqualTo(InboundKind.ECHO);
        assertThat(echo.party()).isEqualTo(new InboundParty("33600000002", null, null));
        assertThat(echo.content().text()).isEqualTo("Je vous rappelle");
        assertThat(parse(
                                envelope(
                                        "smb_message_echoes",
                                        "'message_echoes':[{'to':'33600000002','id':'wamid.E2','type':'reaction','reaction':{}}]"))
                        .ignored())
                .isEqualTo(Map.of(IgnoreReason.ECHO_REACTION, 1));
    }

    @Test
    void newsOfTheAccountSayWhatHappened() {
        InboundEvent event =
                event("{'object':'whatsapp_business_account','entry':[{'id':'1','time':1790000000,'changes':[{"
                        + "'field':'message_template_status_update','value':{'event':'APPROVED','message_template_id':9001,"
                        + "'message_template_name':'commande_prete','reason':null}}]}]}");

        assertThat(event.kind()).isEqualTo(InboundKind.ACCOUNT);
        assertThat(event.key()).startsWith("account:");
        assertThat(event.note())
                .isEqualTo("message_template_status_update event=APPROVED message_template_id=9001"
                        + " message_template_name=commande_prete");
    }

    @ParameterizedTest
    @CsvSource({
        "history,UNUSED_FIELD",
        "calls,UNUSED_FIELD",
        "group_lifecycle_update,UNUSED_FIELD",
        "horoscope,UNKNOWN_FIELD"
    })
    void otherFieldsLeaveATrace(String field, IgnoreReason reason) {
        ParsedWebhook parsed = parse(envelope(field, "'x':[1]"));

        assertThat(parsed.ignored()).isEqualTo(Map.of(reason, 1));
        assertThat(parsed.events()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(InboundKind.IGNORED);
            assertThat(event.note()).isEqualTo(reason.label() + ": " + field);
        });
    }

    @Test
    void preferencesAreNoted() {
        assertThat(event(envelope(
                                "user_preferences",
                                "'user_preferences':[{'wa_id':'33600000002','category':'marketing_messages','value':'stop',"
                                        + "'timestamp':1790000000}]"))
                        .note())
                .isEqualTo("user-preference: marketing_messages stop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud83d", "\\ude00", "\\u0007", "\\uffff", "\\u0085"})
    void textsCanBeStoredWhateverIsInThem(String odd) {
        InboundEvent event = event(ofAna("'type':'text','text':{'body':'a" + odd + "b😀\\n\\tc'}"));

        assertThat(event.content().text()).matches("a\ufffd?b😀\n\tc");
        assertThat(Json.read(Json.write(event), InboundEvent.class)).isEqualTo(event);
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String text = event(ofAna("'type':'text','text':{'body':'x" + "😀".repeat(40_000) + "'}"))
                .content()
                .text();

        assertThat(text).hasSize(WireText.LONGEST_BODY - 1).endsWith("😀");
    }

    @Test
    void eventsSurviveTheQueue() {
        List<InboundEvent> events = events(ofAna("'type':'order','order':{'product_items':[{'quantity':1}]}"));

        assertThat(events)
                .allSatisfy(event -> assertThat(Json.read(Json.write(event), InboundEvent.class))
                        .isEqualTo(event));
    }

    @Test
    void thousandsOfPartsThatSayNothingLeaveFewTraces() {
        ParsedWebhook parsed = parse(envelope("messages", "'messages':[" + "1,".repeat(200_000) + "1]"));

        assertThat(parsed.ignored()).isEqualTo(Map.of(IgnoreReason.UNREADABLE, 200_001));
        assertThat(parsed.events()).hasSize(100);
    }

    @Test
    @Timeout(20)
    void thousandsOfMessagesOfThousandsOfContactsAreReadInGoodTime() {
        StringBuilder contacts = new StringBuilder();
        StringBuilder messages = new StringBuilder();
        for (int i = 10_000; i < 28_000; i++) {
            contacts.append(",{'wa_id':'33").append(i).append("'}");
            messages.append(",{'id':'wamid.")
                    .append(i)
                    .append("','from':'33")
                    .append(i)
                    .append("'}");
        }
        ParsedWebhook parsed = parse(envelope(
                "messages", "'contacts':[" + contacts.substring(1) + "],'messages':[" + messages.substring(1) + "]"));

        assertThat(parsed.events()).hasSize(18_000);
    }
}
