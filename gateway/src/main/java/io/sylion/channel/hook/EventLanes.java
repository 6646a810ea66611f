package io.sylion.channel.hook;

import io.sylion.channel.api.ChannelQueues;
import io.sylion.platform.message.FairShares;
import io.sylion.platform.message.RushPace;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Hands events to the broker, durably, over a few kept sessions of the factory inside this process. A post is sent by one lane,
 * so its events keep their order.
 */
@ApplicationScoped
class EventLanes {
    private static final Logger LOG = Logger.getLogger(EventLanes.class.getName());

    @Resource(lookup = "java:/ConnectionFactory")
    ConnectionFactory connections;

    @Resource(lookup = ChannelQueues.RECEIVE_MESSAGE)
    Queue usual;

    @Resource(lookup = ChannelQueues.RECEIVE_RUSH)
    Queue rush;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService timer;

    @Inject
    WebhookSettings settings;

    @Inject
    WebhookJournal journal;

    @Inject
    FairShares shares;

    @Inject
    JournalDisk disk;

    @Inject
    RushPace pace;

    private final List<Thread> running = new ArrayList<>();
    private BlockingQueue<EventBatch> waiting;

    /** With the application, not with the first post. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.fine("lanes to the broker open");
    }

    @PostConstruct
    void open() {
        waiting = new ArrayBlockingQueue<>(settings.mostWaiting());
        journal.watch("sylion.channel.webhook.waiting", waiting, BlockingQueue::size);
        for (int i = 0; i < settings.lanes(); i++) {
            Thread thread = threads.newThread(new EventLane(connections, usual, rush, waiting, shares));
            thread.setName("webhook-lane-" + i);
            thread.start();
            running.add(thread);
        }
    }

    /** Takes the batch over, or says why not. */
    Optional<Refusal> offer(EventBatch batch) {
        if (disk.isFull()) {
            return Optional.of(Refusal.DISK);
        }
        long pause = pace.intakePause(ChannelQueues.RECEIVE_MESSAGE, batch.tenant());
        if (pause > 0) {
            timer.schedule(() -> offerLate(batch), pause, TimeUnit.NANOSECONDS);
            return Optional.empty();
        }
        return waiting.offer(batch) ? Optional.empty() : Optional.of(Refusal.BUSY);
    }

    private void offerLate(EventBatch batch) {
        if (!waiting.offer(batch)) {
            batch.failed();
        }
    }

    @PreDestroy
    void close() {
        running.forEach(Thread::interrupt);
    }
}
