package io.sylion.channel.hook;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The disk of the broker's journal. The broker ends when not a block of it is left, so nothing more is taken in before: a provider
 * keeps what it was refused, and what is on its way out still finds room.
 */
@ApplicationScoped
class JournalDisk {
    private static final Logger LOG = Logger.getLogger(JournalDisk.class.getName());
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    @Inject
    WebhookSettings settings;

    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOK_NANOS);
    private FileStore disk;
    private int fullest;
    private volatile boolean full;

    @PostConstruct
    void find() {
        watch(Path.of(System.getProperty("jboss.server.data.dir", "."), "activemq"), settings.fullestDisk());
    }

    /** No folder, no limit: the broker is another machine's. */
    void watch(Path journal, int percent) {
        fullest = percent;
        try {
            disk = Files.isDirectory(journal) ? Files.getFileStore(journal) : null;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "disk of the journal not found: {0}", e.getMessage());
        }
    }

    boolean isFull() {
        long looked = lookedAt.get();
        long now = System.nanoTime();
        if (disk != null && now - looked >= LOOK_NANOS && lookedAt.compareAndSet(looked, now)) {
            look();
        }
        return full;
    }

    private void look() {
        try {
            long total = disk.getTotalSpace();
            full = total - disk.getUsableSpace() > total / 100 * fullest;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "disk of the journal not read: {0}", e.getMessage());
        }
    }
}
