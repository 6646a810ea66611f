package io.sylion.knowledge.adapter.web;

import io.sylion.knowledge.api.FetchedPage;
import io.sylion.knowledge.api.PageAway;
import io.sylion.knowledge.api.PageFetcher;
import io.sylion.knowledge.api.UnreadableDocument;
import io.sylion.knowledge.domain.DocumentProblem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fetches by OkHttp, which lets us judge the addresses that it connects to. Redirects are followed by hand, each judged anew. Only the
 * usual ports; hosts of one's own network must be named in the configuration.
 */
@ApplicationScoped
public class WebPages implements PageFetcher {
    private static final String VISITOR = "sylion";
    private static final String AGENT = "Sylion/1.0 (reads pages that their owner added to a knowledge base)";
    private static final int MOST_REDIRECTS = 5;
    private static final int LARGEST_ROBOTS = 500 * 1024;
    private static final long LARGEST = 10L << 20;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(20);

    /** {@code host:port} of sites that may be read although their addresses are not public. */
    @Inject
    @ConfigProperty(name = "sylion.knowledge.web.own-hosts")
    Optional<List<String>> ownHosts;

    private OkHttpClient world;
    private OkHttpClient own;

    @PostConstruct
    void open() {
        world = client(new PublicAddresses());
        own = client(Dns.SYSTEM);
    }

    private static OkHttpClient client(Dns dns) {
        return new OkHttpClient.Builder()
                .dns(dns)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(TIME_LIMIT)
                .build();
    }

    @Override
    public FetchedPage fetch(String address, Path file) {
        HttpUrl url = judged(HttpUrl.parse(address));
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                requireAllowed(url);
                try (Response answer = get(url)) {
                    if (!answer.isRedirect()) {
                        return keep(url, answer, file);
                    }
                    url = judged(url.resolve(answer.header("Location", "")));
                }
            }
            throw new PageAway("too many redirects");
        } catch (PublicAddresses.NotPublic e) {
            throw new UnreadableDocument(DocumentProblem.ADDRESS_REFUSED);
        } catch (IOException e) {
            throw new PageAway("the site does not answer: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Only addresses that a stranger could read too; names are judged again when they are looked up. */
    private HttpUrl judged(HttpUrl url) {
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
            throw new UnreadableDocument(DocumentProblem.ADDRESS_REFUSED);
        }
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        if (!isOwn(url) && (!usual || isLiteral(url.host()) && !isPublicLiteral(url.host()))) {
            throw new UnreadableDocument(DocumentProblem.ADDRESS_REFUSED);
        }
        return url;
    }

    private boolean isOwn(HttpUrl url) {
        return ownHosts.orElse(List.of()).contains(url.host() + ":" + url.port());
    }

    /** Names end in letters; what ends in a number is an address, in whatever form. */
    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.matches("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");
    }

    /** Odd forms (octal, hexadecimal, fewer than four numbers) are read differently by different programs: none of them passes. */
    private static boolean isPublicLiteral(String host) {
        try {
            // a literal is not looked up anywhere
            InetAddress address = InetAddress.getByName(host);
            return PublicAddresses.isPublic(address)
                    && (host.indexOf(':') >= 0 || address.getHostAddress().equals(host));
        } catch (IOException e) {
            return false;
        }
    }

    /** Without a {@code robots.txt} all may be read; a site that fails to give it is left alone for now. */
    private void requireAllowed(HttpUrl url) throws IOException {
        HttpUrl robots = url.newBuilder()
                .encodedPath("/robots.txt")
                .query(null)
                .fragment(null)
                .build();
        try (Response answer = get(robots)) {
            if (answer.code() >= 500) {
                throw new PageAway("robots.txt answered " + answer.code());
            }
            String path = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
            if (answer.isSuccessful()
                    && !RobotsRules.of(text(answer.body()), VISITOR).allow(path)) {
                throw new UnreadableDocument(DocumentProblem.ROBOTS);
            }
        }
    }

    private static String text(ResponseBody body) throws IOException {
        return new String(body.byteStream().readNBytes(LARGEST_ROBOTS), StandardCharsets.UTF_8);
    }

    private Response get(HttpUrl url) throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("User-Agent", AGENT)
                .header("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.7,*/*;q=0.1")
                .build();
        return (isOwn(url) ? own : world).newCall(request).execute();
    }

    private static FetchedPage keep(HttpUrl url, Response answer, Path file) throws IOException {
        if (answer.code() == 404 || answer.code() == 410) {
            throw new UnreadableDocument(DocumentProblem.PAGE_MISSING);
        }
        if (!answer.isSuccessful()) {
            throw new PageAway("the site answered " + answer.code());
        }
        try (InputStream in = answer.body().byteStream()) {
            Files.copy(new BoundedStream(in, LARGEST), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new FetchedPage("page" + ending(answer.header("Content-Type", "")), url.toString());
    }

    private static String ending(String contentType) {
        String type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/plain" -> ".txt";
            case "text/markdown" -> ".md";
            case "text/csv" -> ".csv";
            default -> ".html";
        };
    }
}
