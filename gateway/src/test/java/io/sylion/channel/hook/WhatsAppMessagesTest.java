package io.sylion.channel.hook;

import static io.sylion.channel.hook.WebhookSamples.envelope;
import static io.sylion.channel.hook.WebhookSamples.event;
import static io.sylion.channel.hook.WebhookSamples.json;
import static io.sylion.channel.hook.WebhookSamples.ofAna;
import static io.sylion.channel.hook.WebhookSamples.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.channel.api.IdentityChange;
import io.sylion.channel.api.InboundContent;
import io.sylion.channel.api.InboundEvent;
import io.sylion.channel.api.InboundKind;
import io.sylion.channel.api.InboundMedia;
import io.sylion.channel.api.InboundParty;
import io.sylion.channel.domain.MessageType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppMessagesTest {

    @Test
    void textIsWhatTheCustomerWrote() {
        InboundEvent event = event(ofAna("'type':'text','text':{'body':'Bonjour'}"));

        assertThat(event.kind()).isEqualTo(InboundKind.MESSAGE);
        assertThat(event.tenantId()).isEqualTo(WebhookSamples.TENANT);
        assertThat(event.channelId()).isEqualTo(WebhookSamples.CHANNEL);
        assertThat(event.key()).isEqualTo("wamid.IN1");
        assertThat(event.providerMessageId()).isEqualTo("wamid.IN1");
        assertThat(event.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
        assertThat(event.receivedAt()).isEqualTo(WebhookSamples.NOW);
        assertThat(event.party()).isEqualTo(new InboundParty("33600000002", null, "Ana"));
        assertThat(event.content()).isEqualTo(new InboundContent(MessageType.TEXT, "Bonjour", null, null));
        assertThat(event.replyTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"image,IMAGE", "video,VIDEO", "audio,AUDIO", "voice,VOICE", "document,DOCUMENT", "sticker,STICKER"})
    void mediaAreAnnounced(String type, MessageType expected) {
        InboundContent content = event(
                        ofAna(
                                "'type':'%s','%s':{'id':'7700001','mime_type':'Image/JPEG; q=1',".formatted(type, type)
                                        + "'sha256':'q0=','caption':'Voici','filename':'../a b.jpg','url':'https://x.example'}"))
                .content();

        assertThat(content.type()).isEqualTo(expected);
        assertThat(content.text()).isEqualTo("Voici");
        assertThat(content.media()).isEqualTo(new InboundMedia("7700001", "image/jpeg", "a b.jpg", "q0="));
    }

    @Test
    void aVoiceNoteIsAudioThatSaysSo() {
        InboundContent content = event(
                        ofAna("'type':'audio','audio':{'id':'1','mime_type':'audio/ogg; codecs=opus','voice':true}"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.VOICE);
        assertThat(content.media()).isEqualTo(new InboundMedia("1", "audio/ogg", null, null));
    }

    @Test
    void mediaWithoutIdCannotBeFetched() {
        InboundContent content = event(ofAna("'type':'image','image':{'mime_type':'image/jpeg'}"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.UNSUPPORTED);
        assertThat(content.detail()).isEqualTo(json("{'unsupported':{'what':'image'}}"));
    }

    @Test
    void aDisguisedExtensionIsShownAsItIs() {
        InboundContent content = event(
                        ofAna("'type':'document','document':{'id':'1','filename':'facture\\u202Efdp.exe'}"))
                .content();

        assertThat(content.media().fileName()).isEqualTo("facturefdp.exe");
        assertThat(content.media().mimeType()).isEqualTo("application/octet-stream");
    }

    @Test
    void locationHasItsPlace() {
        InboundContent content = event(ofAna("'type':'location','location':{'latitude':45.75,'longitude':'4.85',"
                        + "'name':'Place Bellecour','address':'Lyon'}"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.LOCATION);
        assertThat(content.detail())
                .isEqualTo(json(
                        "{'location':{'latitude':45.75,'longitude':4.85,'name':'Place Bellecour','address':'Lyon'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'latitude':'north','longitude':true}", "{'latitude':1e9}", "'here'", "null", "[]"})
    void aPlaceThatIsNoneIsNotSupported(String location) {
        assertThat(event(ofAna("'type':'location','location':" + location))
                        .content()
                        .type())
                .isEqualTo(MessageType.UNSUPPORTED);
    }

    @Test
    void contactCardsKeepWhatCanBeUsed() {
        InboundContent content = event(ofAna("'type':'contacts','contacts':[{'name':{'formatted_name':'Paul Martin'},"
                        + "'phones':[{'phone':'+33 6','wa_id':'336'},{}],'emails':[{'email':'p@example.org'}],"
                        + "'org':{'company':'Martin SARL'}},{'name':{'first_name':'Léa','last_name':'Roy'}},{}]"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.CONTACTS);
        assertThat(content.detail())
                .isEqualTo(json("{'contacts':[{'name':'Paul Martin','phones':['+33 6'],'emails':['p@example.org'],"
                        + "'org':'Martin SARL'},{'name':'Léa Roy'},{}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'type':'button','button':{'payload':'P1','text':'Oui'}|BUTTON_REPLY|{'choice':{'id':'P1','title':'Oui'}}",
                "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'b1','title':'Oui'}}|BUTTON_REPLY|{'choice':{'id':'b1','title':'Oui'}}",
                "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'r1','title':'Oui','description':'Vraiment'}}|LIST_REPLY|{'choice':{'id':'r1','title':'Oui','description':'Vraiment'}}"
            },
            quoteCharacter = '`')
    void choicesSayTheirTitle(String message, MessageType type, String detail) {
        InboundContent content = event(ofAna(message)).content();

        assertThat(content.type()).isEqualTo(type);
        assertThat(content.text()).isEqualTo("Oui");
        assertThat(content.detail()).isEqualTo(json(detail));
    }

    @Test
    void aFlowsAnswerIsRead() {
        InboundContent content = event(
                        ofAna("'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow',"
                                + "'body':'Sent','response_json':'{\\\\u0022size\\\\u0022:38}'}}"
                                        .replace("\\\\u0022", "\\u0022")))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.FORM_REPLY);
        assertThat(content.text()).isEqualTo("Sent");
        assertThat(content.detail()).isEqualTo(json("{'form':{'name':'flow','body':'Sent','response':{'size':38}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"null|null", "'{broken'|'{broken'", "17|17", "''|null"})
    void aFlowsAnswerMayBeNoJson(String response, String expected) {
        InboundContent content = event(
                        ofAna("'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'response_json':"
                                + response + "}}"))
                .content();

        assertThat(content.detail()).isEqualTo(json("{'form':{'response':" + expected + "}}"));
    }

    @Test
    void anAnswerToACallRequestIsKept() {
        InboundContent content = event(ofAna("'type':'interactive','interactive':{'type':'call_permission_reply',"
                        + "'call_permission_reply':{'response':'accept','is_permanent':false,'expiration_timestamp':1790000900,"
                        + "'response_source':'user_action'}}"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.CALL_PERMISSION);
        assertThat(content.detail())
                .isEqualTo(json("{'callPermission':{'response':'accept','permanent':false,'expiresAt':'1790000900',"
                        + "'source':'user_action'}}"));
    }

    @Test
    void anInteractiveMessageMayConsistOfAnError() {
        InboundContent content = event(ofAna("'type':'interactive','interactive':{},'errors':[{'code':131051,"
                        + "'title':'Unsupported','error_data':{'details':'Unsupported interactive'}}]"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.UNSUPPORTED);
        assertThat(content.detail())
                .isEqualTo(json(
                        "{'unsupported':{'what':'interactive','code':'131051','title':'Unsupported interactive'}}"));
    }

    @Test
    void anOrderListsItsItems() {
        InboundContent content = event(ofAna("'type':'order','order':{'catalog_id':'cat-1','text':'Vite SVP',"
                        + "'product_items':[{'product_retailer_id':'ROBE','quantity':1,'item_price':79.0,'currency':'EUR'},"
                        + "{'product_retailer_id':'SAC','quantity':'2','item_price':'19.90','currency':'EUR'},null]}"))
                .content();

        assertThat(content.type()).isEqualTo(MessageType.ORDER);
        assertThat(content.text()).isEqualTo("Vite SVP");
        assertThat(content.detail())
                .isEqualTo(json("{'order':{'catalog':'cat-1','text':'Vite SVP','items':["
                        + "{'product':'ROBE','quantity':'1','price':'79.0','currency':'EUR'},"
                        + "{'product':'SAC','quantity':'2','price':'19.90','currency':'EUR'}]}}"));
    }

    @Test
    void circumstancesAreKept() {
        assertThat(event(ofAna("'type':'text','text':{'body':'a'},'context':{'forwarded':true}"))
                        .content()
                        .detail())
                .isEqualTo(json("{'forwarded':true}"));
        assertThat(event(ofAna("'type':'text','text':{'body':'a'},'context':{'frequently_forwarded':true}"))
                        .content()
                        .detail())
                .isEqualTo(json("{'forwarded':true,'forwardedOften':true}"));
        assertThat(event(ofAna("'type':'text','text':{'body':'a'},'group_id':'1203','referral':{'source_type':'ad',"
                                + "'source_id':'99','source_url':'https://fb.example','headline':'Soldes',"
                                + "'image_url':'https://i.example','ctwa_clid':'c1'}"))
                        .content()
                        .detail())
                .isEqualTo(json("{'referral':{'type':'ad','id':'99','url':'https://fb.example','headline':'Soldes',"
                        + "'click':'c1'},'group':'1203'}"));
        InboundEvent product = event(ofAna("'type':'text','text':{'body':'Et en 40 ?'},'context':{'from':'33100000001',"
                + "'id':'wamid.OUT1','referred_product':{'catalog_id':'cat-1','product_retailer_id':'ROBE'}}"));
        assertThat(product.replyTo()).isEqualTo("wamid.OUT1");
        assertThat(product.content().detail()).isEqualTo(json("{'product':{'catalog':'cat-1','product':'ROBE'}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'emoji':'❤️'", "'emoji':''", "'emoji':null", "'other':1"})
    void reactionsComeAndGo(String emoji) {
        InboundEvent event = event(ofAna("'type':'reaction','reaction':{'message_id':'wamid.OUT1'," + emoji + "}"));

        assertThat(event.kind()).isEqualTo(InboundKind.REACTION);
        assertThat(event.key()).isEqualTo("wamid.IN1");
        assertThat(event.providerMessageId()).isEqualTo("wamid.OUT1");
        assertThat(event.emoji()).isEqualTo(emoji.contains("❤️") ? "❤️" : null);
    }

    @Test
    void editsAndRevocationsNameTheirMessage() {
        InboundEvent edit = event(ofAna("'type':'edit','edit':{'original_message_id':'wamid.IN0','message':"
                + "{'type':'text','text':{'body':'Corrigé'}}}"));
        assertThat(edit.kind()).isEqualTo(InboundKind.EDIT);
        assertThat(edit.providerMessageId()).isEqualTo("wamid.IN0");
        assertThat(edit.content().text()).isEqualTo("Corrigé");

        InboundEvent revoke = event(ofAna("'type':'revoke','revoke':{'original_message_id':'wamid.IN0'}"));
        assertThat(revoke.kind()).isEqualTo(InboundKind.REVOKE);
        assertThat(revoke.providerMessageId()).isEqualTo("wamid.IN0");
        assertThat(revoke.key()).isEqualTo("wamid.IN1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'reaction','reaction':{'emoji':'x'}",
                "'type':'reaction','reaction':'x'",
                "'type':'edit','edit':null",
                "'type':'revoke'"
            })
    void whatIsAboutNothingIsIgnored(String message) {
        ParsedWebhook parsed = parse(ofAna(message));

        assertThat(parsed.ignored()).isEqualTo(Map.of(IgnoreReason.NO_TARGET, 1));
        assertThat(parsed.events().getFirst().kind()).isEqualTo(InboundKind.IGNORED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'unsupported','unsupported':{'type':'poll_creation'},'errors':[{'code':131051,'title':'Unknown'}]|{'what':'poll_creation','code':'131051','title':'Unknown'}",
                "'type':'unsupported','errors':[{'code':131052,'message':'Too big'}]|{'what':'unsupported','code':'131052','title':'Too big'}",
                "'type':'unsupported'|{'what':'unsupported'}",
                "'type':'ephemeral'|{'what':'ephemeral'}",
                "'type':'Hologram','hologram':{'x':1}|{'what':'hologram'}",
                "'type':null|{'what':'unknown'}",
                "'type':{'a':1}|{'what':'unknown'}"
            })
    void whatNobodyKnowsIsShownAsNotSupported(String message, String unsupported) {
        InboundContent content = event(ofAna(message)).content();

        assertThat(content.type()).isEqualTo(MessageType.UNSUPPORTED);
        assertThat(content.detail()).isEqualTo(json("{'unsupported':" + unsupported + "}"));
    }

    @Test
    void aMessageWithoutTypeIsWhatItContains() {
        assertThat(event(ofAna("'text':{'body':'Bonjour'}")).content().text()).isEqualTo("Bonjour");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'user_changed_number','wa_id':'33600000022'}|33600000002,33600000022,,",
                "{'type':'customer_changed_number','new_wa_id':'33600000022','customer':'33600000003'}|33600000003,33600000022,,",
                "{'type':'user_changed_user_id','user_id':'FR.new','previous_user_id':'FR.old'}|33600000002,,FR.old,FR.new"
            })
    void customersChangeTheirNames(String system, String change) {
        InboundEvent event = event(envelope(
                "messages",
                "'messages':[{'from':'33600000002','id':'wamid.S1','timestamp':'1790000000','type':'system','system':"
                        + system + "}]"));
        String[] parts = change.split(",", -1);

        assertThat(event.kind()).isEqualTo(InboundKind.IDENTITY);
        assertThat(event.key()).isEqualTo("wamid.S1");
        assertThat(event.identity())
                .isEqualTo(new IdentityChange(orNull(parts[0]), orNull(parts[1]), orNull(parts[2]), orNull(parts[3])));
    }

    @Test
    void otherSystemNoticesAreIgnored() {
        assertThat(parse(ofAna("'type':'system','system':{'type':'customer_identity_changed','body':'x'}"))
                        .ignored())
                .isEqualTo(Map.of(IgnoreReason.SYSTEM_NOTICE, 1));
        assertThat(parse(ofAna("'type':'request_welcome'")).ignored()).isEqualTo(Map.of(IgnoreReason.CHAT_OPENED, 1));
    }

    @Test
    void sendersMayHaveAnIdInsteadOfANumber() {
        assertThat(event(envelope(
                                "messages",
                                "'contacts':[{'profile':{'username':'ana.b'},'user_id':'FR.9Zk2'}],'messages':[{"
                                        + "'from_user_id':'FR.9Zk2','id':'wamid.B1','timestamp':'1790000000','type':'text',"
                                        + "'text':{'body':'Salut'}}]"))
                        .party())
                .isEqualTo(new InboundParty(null, "FR.9Zk2", "ana.b"));
        assertThat(event(
                                envelope(
                                        "messages",
                                        "'contacts':[{'profile':{'name':'Ana'},'wa_id':'33600000002','user_id':'FR.9Zk2'}],"
                                                + "'messages':[{'from':'33600000002','id':'wamid.B2','type':'text','text':{'body':'a'}}]"))
                        .party())
                .isEqualTo(new InboundParty("33600000002", "FR.9Zk2", "Ana"));
    }

    @Test
    void contactsMayBeMissingOrIncomplete() {
        String message = "'messages':[{'from':'+33 6 00 00 00 02','id':'wamid.C1','type':'text','text':{'body':'a'}}]";

        assertThat(event(envelope("messages", message)).party()).isEqualTo(new InboundParty("33600000002", null, null));
        assertThat(event(envelope("messages", "'contacts':[{'profile':{'name':'Ana'}}]," + message))
                        .party())
                .isEqualTo(new InboundParty("33600000002", null, "Ana"));
        assertThat(event(envelope("messages", "'contacts':[{'wa_id':'33600000002'}]," + message))
                        .party())
                .isEqualTo(new InboundParty("33600000002", null, null));
        assertThat(event(envelope("messages", "'contacts':'none'," + message)).party())
                .isEqualTo(new InboundParty("33600000002", null, null));
        assertThat(event(envelope(
                                "messages", "'contacts':[{'profile':{'name':'Bob'},'wa_id':'33600000099'}]," + message))
                        .party())
                .isEqualTo(new InboundParty("33600000002", null, null));
    }

    @Test
    void aMessageNeedsSenderAndId() {
        assertThat(parse(envelope("messages", "'messages':[{'id':'wamid.N1','type':'text','text':{'body':'a'}}]"))
                        .ignored())
                .isEqualTo(Map.of(IgnoreReason.NO_SENDER, 1));
        assertThat(parse(envelope("messages", "'messages':[{'from':'33600000002','type':'text'}]"))
                        .ignored())
                .isEqualTo(Map.of(IgnoreReason.NO_ID, 1));
        assertThat(parse(envelope("messages", "'messages':[{'from':'33600000002','id':'" + "x".repeat(300) + "'}]"))
                        .ignored())
                .isEqualTo(Map.of(IgnoreReason.NO_ID, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'soon'", "null", "-5", "{}", "'99999999999999999999'", "12", "1.5e30", "4000000000"})
    void aTimeThatIsNoneIsTheTimeOfTakingIn(String timestamp) {
        InboundEvent event = event(envelope(
                "messages",
                "'messages':[{'from':'33600000002','id':'wamid.T1','timestamp':" + timestamp
                        + ",'type':'text','text':{'body':'a'}}]"));

        assertThat(event.occurredAt()).isEqualTo(WebhookSamples.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1790000000", "'1790000000'", "1790000000000"})
    void timesComeInSeveralForms(String timestamp) {
        InboundEvent event = event(envelope(
                "messages",
                "'messages':[{'from':'33600000002','id':'wamid.T1','timestamp':" + timestamp
                        + ",'type':'text','text':{'body':'a'}}]"));

        assertThat(event.occurredAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
