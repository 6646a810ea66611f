package io.sylion.conversation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever part of a file a browser asks for, it gets one that lies within, the whole, or a refusal. */
class ByteRangeFuzzTest {
    @DictionaryEntries({"bytes=", "bytes=0-", "bytes=-1", "bytes=1-1", "999999999999999999", ", "})
    @FuzzTest
    void anyRangeLiesWithin(FuzzedDataProvider data) {
        long size = data.consumeLong(0, 100L << 20);
        ByteRange range = ByteRange.of(data.consumeRemainingAsString(), size);
        if (range != null) {
            assertThat(range.first()).isBetween(0L, Math.max(0, size - 1));
            assertThat(range.last()).isLessThan(size).isGreaterThanOrEqualTo(range.first() - 1);
            assertThat(range.length()).isLessThanOrEqualTo(size);
        }
    }
}
