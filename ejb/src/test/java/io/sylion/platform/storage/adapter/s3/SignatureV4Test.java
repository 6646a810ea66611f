package io.sylion.platform.storage.adapter.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of Amazon's documentation of S3 (authenticating requests, header-based, single chunk). */
class SignatureV4Test {
    private static final SignatureV4 SIGNATURE =
            new SignatureV4("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static final String HOST = "examplebucket.s3.amazonaws.com";

    @Test
    void getOfARange() {
        String authorization = SIGNATURE.authorization(
                "GET",
                URI.create("https://" + HOST + "/test.txt"),
                new TreeMap<>(Map.of(
                        "host", HOST,
                        "range", "bytes=0-9",
                        "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "x-amz-date", "20130524T000000Z")));
        assertThat(authorization)
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void putOfAnObject() {
        String authorization = SIGNATURE.authorization(
                "PUT",
                URI.create("https://" + HOST + "/test%24file.text"),
                new TreeMap<>(Map.of(
                        "date", "Fri, 24 May 2013 00:00:00 GMT",
                        "host", HOST,
                        "x-amz-content-sha256", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072",
                        "x-amz-date", "20130524T000000Z",
                        "x-amz-storage-class", "REDUCED_REDUNDANCY")));
        assertThat(authorization)
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void timesAreInUtc() {
        assertThat(SignatureV4.time(Instant.parse("2026-11-24T21:05:09Z"))).isEqualTo("20261124T210509Z");
    }
}
