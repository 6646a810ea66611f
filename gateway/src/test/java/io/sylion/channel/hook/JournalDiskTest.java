package io.sylion.channel.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDiskTest {
    @TempDir
    Path folder;

    @Test
    void aDiskIsFullBeyondItsShare() {
        assertThat(disk(folder, 0).isFull()).isTrue();
        assertThat(disk(folder, 100).isFull()).isFalse();
    }

    @Test
    void withoutAJournalHereThereIsNoLimit() {
        assertThat(disk(folder.resolve("absent"), 0).isFull()).isFalse();
    }

    private static JournalDisk disk(Path journal, int fullest) {
        JournalDisk disk = new JournalDisk();
        disk.watch(journal, fullest);
        return disk;
    }
}
