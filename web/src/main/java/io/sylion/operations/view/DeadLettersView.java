package io.sylion.operations.view;

import io.sylion.operations.api.DeadLetterDetails;
import io.sylion.operations.api.QueueState;
import io.sylion.operations.api.SystemState;
import io.sylion.operations.service.DeadLetterService;
import io.sylion.operations.service.SystemService;
import io.sylion.platform.faces.Messages;
import io.sylion.platform.faces.Redirect;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The operator's page. What is acted on is what was shown, also when the queue has moved on since. */
@Named("deadLetters")
@ViewScoped
public class DeadLettersView implements Serializable {
    private static final String FEATURE = "operations";
    private static final int SHOWN = 100;

    @Inject
    transient DeadLetterService letters;

    @Inject
    transient SystemService system;

    @Inject
    transient Messages messages;

    private String queue;
    private List<QueueState> queues;
    private List<DeadLetterDetails> shown;
    private SystemState state;

    /** Reads everything; without a queue in the address the first that has dead letters is shown. */
    public void load() {
        queues = letters.queues();
        state = system.state();
        if (queues.stream().noneMatch(each -> each.name().equals(queue))) {
            queue = queues.stream()
                    .filter(each -> each.dead() > 0)
                    .map(QueueState::name)
                    .findFirst()
                    .orElse(null);
        }
        shown = queue == null ? List.of() : letters.oldest(queue, SHOWN);
    }

    public void replay(DeadLetterDetails letter) {
        say(letters.replay(letter.queue(), letter.messageId()), "replayed");
    }

    public void replayAll() {
        messages.info(FEATURE, "replayedAll", letters.replayAll(queue));
        Redirect.here();
    }

    public void delete(DeadLetterDetails letter) {
        say(letters.delete(letter.queue(), letter.messageId()), "deleted");
    }

    private void say(boolean done, String key) {
        if (done) {
            messages.info(FEATURE, key);
        } else {
            messages.error(FEATURE, "gone");
        }
        Redirect.here();
    }

    public String getQueue() {
        return queue;
    }

    public void setQueue(String queue) {
        this.queue = queue;
    }

    public List<QueueState> getQueues() {
        return queues;
    }

    public QueueState getSelected() {
        return queues.stream()
                .filter(each -> each.name().equals(queue))
                .findFirst()
                .orElse(null);
    }

    public int getDead() {
        return queues.stream().mapToInt(QueueState::dead).sum();
    }

    public List<DeadLetterDetails> getShown() {
        return shown;
    }

    public SystemState getState() {
        return state;
    }
}
