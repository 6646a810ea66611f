package io.sylion.channel.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory of all bodies that are being read or wait for the broker. */
@ApplicationScoped
class BodyBudget {
    @Inject
    WebhookSettings settings;

    private final AtomicLong taken = new AtomicLong();

    int largestBody() {
        return settings.largestBody();
    }

    Share open() {
        return new Share(taken, settings.mostBytes());
    }

    /** What one post has taken; given back all at once. */
    static final class Share {
        private final AtomicLong taken;
        private final long most;
        private final AtomicLong mine = new AtomicLong();

        private Share(AtomicLong taken, long most) {
            this.taken = taken;
            this.most = most;
        }

        /** False, and nothing taken, when there is not as much left. */
        boolean take(int bytes) {
            if (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                return false;
            }
            mine.addAndGet(bytes);
            return true;
        }

        void giveBack() {
            taken.addAndGet(-mine.getAndSet(0));
        }
    }
}
