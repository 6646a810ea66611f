package io.sylion.platform.storage.adapter.s3;

import io.sylion.platform.storage.adapter.HeldObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 in the header, for addresses without a query. */
record SignatureV4(String accessKey, String secretKey, String region) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static String time(Instant now) {
        return TIME.format(now);
    }

    /**
     * The value of {@code Authorization}.
     *
     * @param headers all that are signed, with names in small letters; {@code x-amz-date} and {@code x-amz-content-sha256} among them
     */
    String authorization(String method, URI address, SortedMap<String, String> headers) {
        String time = headers.get("x-amz-date");
        String day = time.substring(0, 8);
        String scope = day + "/" + region + "/s3/aws4_request";
        String signed = String.join(";", headers.keySet());
        String canonical = String.join(
                "\n",
                method,
                address.getRawPath(),
                "",
                headers.entrySet().stream().map(SignatureV4::line).collect(Collectors.joining()),
                signed,
                headers.get("x-amz-content-sha256"));
        String toSign = String.join("\n", ALGORITHM, time, scope, hex(canonical));
        byte[] key = hmac(
                hmac(hmac(hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day), region), "s3"),
                "aws4_request");
        return ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + signed + ",Signature="
                + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String line(Map.Entry<String, String> header) {
        return header.getKey() + ":" + header.getValue().strip() + "\n";
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(HeldObject.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
