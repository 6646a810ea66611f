package io.sylion.conversation.message;

import io.sylion.conversation.api.ConversationChanged;
import io.sylion.conversation.api.ConversationsChanged;
import io.sylion.platform.message.QueueSender;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Tells every node's browsers of changes, once they are committed. A message changes its conversation several times while it is
 * answered: what happens within a blink is told together, and each conversation once.
 */
@ApplicationScoped
public class ConversationChangedSender {
    private static final long BLINK_MILLIS = 50;

    @Inject
    QueueSender queues;

    @Resource
    ManagedScheduledExecutorService timer;

    private Set<ConversationChanged> waiting = new LinkedHashSet<>();

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged changed) {
        if (isFirst(changed)) {
            try {
                timer.schedule(this::tell, BLINK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // the server is going down, and its browsers will look at everything when they come back
                taken();
            }
        }
    }

    private synchronized boolean isFirst(ConversationChanged changed) {
        boolean first = waiting.isEmpty();
        waiting.add(changed);
        return first;
    }

    private void tell() {
        queues.publish(ConversationQueues.CONVERSATION_CHANGED, new ConversationsChanged(List.copyOf(taken())));
    }

    private synchronized Set<ConversationChanged> taken() {
        Set<ConversationChanged> taken = waiting;
        waiting = new LinkedHashSet<>();
        return taken;
    }
}
