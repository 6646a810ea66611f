package io.sylion.conversation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=90-200, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-200, 0, 99",
        "'bytes=0-1,5-6', 0, 99",
        "bytes=5-3, 0, 99",
        "bytes=-, 0, 99",
        "chunks=0-1, 0, 99"
    })
    void findsThePart(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(first, last, 100));
    }

    @Test
    void withoutAWishTheWhole() {
        assertThat(ByteRange.of(null, 100).isPart()).isFalse();
        assertThat(ByteRange.of(null, 0).length()).isZero();
    }

    @Test
    void behindTheEndThereIsNothing() {
        assertThat(ByteRange.of("bytes=100-", 100)).isNull();
        assertThat(ByteRange.of("bytes=-0", 100)).isNull();
    }
}
