package io.sylion.knowledge.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.sylion.knowledge.api.FetchedPage;
import io.sylion.knowledge.api.PageAway;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPagesTest {
    @TempDir
    Path folder;

    private HttpServer site;
    private final WebPages pages = new WebPages();
    private String robots = "";

    @BeforeEach
    void open() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/page", 200, "text/html; charset=utf-8", "<p>Bonjour</p>");
        answer("/notes", 200, "text/plain", "Bonjour");
        answer("/moved", 302, "/page", "");
        answer("/inside", 302, "http://10.0.0.1/", "");
        answer("/metadata", 302, "http://169.254.169.254/latest/meta-data/", "");
        answer("/elsewhere", 302, "http://localhost:" + port() + "/page", "");
        answer("/file", 302, "file:///etc/passwd", "");
        answer("/round", 302, "/round", "");
        answer("/gone", 410, "text/html", "");
        answer("/busy", 503, "text/html", "");
        answer("/large", 200, "text/html", "x".repeat(10 * 1024 * 1024 + 1));
        site.createContext("/robots.txt", exchange -> {
            try (exchange) {
                byte[] body = robots.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
        pages.ownHosts = Optional.of(List.of("127.0.0.1:" + port()));
        pages.open();
    }

    private int port() {
        return site.getAddress().getPort();
    }

    private void answer(String path, int status, String typeOrPlace, String text) {
        site.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set(status == 302 ? "Location" : "Content-Type", typeOrPlace);
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void aPageIsFetched() throws IOException {
        FetchedPage page = pages.fetch(at("/moved"), folder.resolve("a"));
        assertThat(page.name()).isEqualTo("page.html");
        assertThat(page.address()).endsWith("/page");
        assertThat(folder.resolve("a")).hasContent("<p>Bonjour</p>");
        assertThat(pages.fetch(at("/notes"), folder.resolve("b")).name()).isEqualTo("page.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inside", "/metadata", "/elsewhere", "/file"})
    void noRedirectLeadsInside(String path) {
        assertThat(problem(at(path))).isEqualTo(DocumentProblem.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1/", "http://0177.0.0.1/",
                "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/",
                        "ftp://example.org/",
                "http://someone:secret@example.org/", "http://127.0.0.1:25/", "nonsense"
            })
    void whatIsInsideIsNotAsked(String address) {
        assertThat(problem(address)).isEqualTo(DocumentProblem.ADDRESS_REFUSED);
    }

    @Test
    void theSitesWishIsRespected() {
        robots = "User-agent: *\nDisallow: /page\n";
        assertThat(problem(at("/page"))).isEqualTo(DocumentProblem.ROBOTS);
        assertThat(problem(at("/moved"))).isEqualTo(DocumentProblem.ROBOTS);
    }

    @Test
    void whatIsGoneOrTooLargeHasAReason() {
        assertThat(problem(at("/gone"))).isEqualTo(DocumentProblem.PAGE_MISSING);
        assertThat(problem(at("/large"))).isEqualTo(DocumentProblem.TOO_LONG);
    }

    @Test
    void whoDoesNotAnswerIsAskedLater() {
        assertThatThrownBy(() -> pages.fetch(at("/busy"), folder.resolve("a"))).isInstanceOf(PageAway.class);
        assertThatThrownBy(() -> pages.fetch(at("/round"), folder.resolve("a"))).isInstanceOf(PageAway.class);
        site.stop(0);
        assertThatThrownBy(() -> pages.fetch(at("/page"), folder.resolve("a"))).isInstanceOf(PageAway.class);
        assertThat(Files.exists(folder.resolve("a"))).isFalse();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private DocumentProblem problem(String address) {
        UnreadableDocument thrown =
                catchThrowableOfType(UnreadableDocument.class, () -> pages.fetch(address, folder.resolve("a")));
        assertThat(thrown).as(address).isNotNull();
        return thrown.problem();
    }
}
