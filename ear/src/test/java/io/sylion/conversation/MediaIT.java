package io.sylion.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sylion.platform.test.Await;
import io.sylion.platform.test.Customer;
import io.sylion.platform.test.Database;
import io.sylion.platform.test.DemoChannel;
import io.sylion.platform.test.DemoPerson;
import io.sylion.platform.test.Installation;
import io.sylion.platform.test.Visitor;
import io.sylion.platform.test.Web;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers' files: for their own tenant's members, and so that nothing in them can run. */
class MediaIT {
    private static final String CUSTOMERS = Installation.address() + "/sandbox/api/customers";

    private static Visitor lea;
    private static UUID photo;

    @BeforeAll
    static void receiveAPhoto() throws Exception {
        lea = Visitor.signedIn(DemoPerson.LEA);
        photo = receive("image");
    }

    /** A customer of the sandbox sends a sample file; it is fetched, and stored, by the application's own ways. */
    private static UUID receive(String type) throws Exception {
        String id = Customer.newId();
        String customer = Web.get(CUSTOMERS).json().path(0).path("id").asText();
        assertThat(Web.call(
                                "POST",
                                CUSTOMERS + "/" + customer + "/messages?channel=" + DemoChannel.BOUTIQUE.numberId(),
                                "{\"id\":\"" + id + "\",\"type\":\"" + type + "\"}")
                        .status())
                .isEqualTo(202);
        return Await.until("file of " + id, () -> (UUID) Database.value("""
                        select m.id from conversation_media m join conversation_message_key k on k.message_id = m.message_id
                        where k.provider_message_id = ? and m.state = 'STORED'""", id), found -> found != null);
    }

    @Test
    void isShownToTheTenantsMembers() throws Exception {
        HttpResponse<byte[]> shown = lea.bytes("/media/" + photo);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("inline");
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(shown.body().length).isPositive();

        String version = shown.headers().firstValue("ETag").orElseThrow();
        assertThat(lea.bytes("/media/" + photo, "If-None-Match", version).statusCode())
                .isEqualTo(304);
    }

    @Test
    void isNotThereForAnotherTenant() throws Exception {
        Visitor nina = Visitor.signedIn(DemoPerson.NINA);
        assertThat(nina.get("/media/" + photo).statusCode()).isEqualTo(404);
        assertThat(nina.get("/media/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(DemoPerson.OPERATOR).get("/media/" + photo).statusCode())
                .isEqualTo(404);
    }

    @Test
    void isNotThereForPassersBy() throws Exception {
        assertThat(Visitor.nobody().get("/media/" + photo).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/media/", "/media/x", "/media/../media/x", "/media/00000000-0000-0000-0000-000000000000/x"})
    void isNotFoundAtAnyOtherAddress(String path) throws Exception {
        assertThat(lea.get(path).statusCode()).isIn(400, 404);
    }

    /** The server reads it as the folder above: the way home. */
    @Test
    void leadsHomeFromTheFolderAbove() throws Exception {
        assertThat(lea.get("/media/%2e%2e").statusCode()).isEqualTo(302);
    }

    @Test
    void isSentInPartsToPlayers() throws Exception {
        byte[] whole = lea.bytes("/media/" + photo).body();
        HttpResponse<byte[]> part = lea.bytes("/media/" + photo, "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));

        HttpResponse<byte[]> end = lea.bytes("/media/" + photo, "Range", "bytes=-5");
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(whole, whole.length - 5, whole.length));
        assertThat(lea.bytes("/media/" + photo, "Range", "bytes=" + whole.length + "-")
                        .statusCode())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource({"text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/octet-stream"})
    void whatCouldRunIsSavedAndNeverShown(String mimeType) throws Exception {
        UUID file = receive("document");
        Database.update(
                "update conversation_media set mime_type = ?, file_name = ? where id = ?",
                mimeType,
                "a\"b\r\nc é.html",
                file);
        HttpResponse<byte[]> saved = lea.bytes("/media/" + file);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(saved.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''a%22b%0D%0Ac%20%C3%A9.html");
    }
}
