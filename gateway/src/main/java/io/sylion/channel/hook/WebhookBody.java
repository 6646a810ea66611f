package io.sylion.channel.hook;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** Gathers a body as it arrives, without a thread waiting for it, up to a limit. */
final class WebhookBody implements ReadListener {
    private static final int FIRST = 4 * 1024;

    private final ServletInputStream input;
    private final BodyBudget.Share share;
    private final int largest;
    private final Consumer<WebhookBody> complete;
    private final Consumer<Refusal> refused;
    private byte[] bytes;
    private int length;
    private boolean over;

    /**
     * @param expected length that the sender announced, or less than 0
     * @param complete told once all is there
     * @param refused told when it never will be
     */
    WebhookBody(
            ServletInputStream input,
            BodyBudget.Share share,
            int expected,
            int largest,
            Consumer<WebhookBody> complete,
            Consumer<Refusal> refused) {
        this.input = input;
        this.share = share;
        this.largest = largest;
        this.complete = complete;
        this.refused = refused;
        // the announced length is not believed beyond the first buffer
        this.bytes = new byte[expected < 0 ? FIRST : Math.min(expected + 1, FIRST)];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!over && input.isReady()) {
            int read = input.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return;
            }
            length += read;
            if (length > largest) {
                refuse(Refusal.TOO_LARGE);
            } else if (length == bytes.length) {
                grow();
            }
        }
    }

    private void grow() {
        int size = Math.min(bytes.length * 2, largest + 1);
        if (share.take(size - bytes.length)) {
            bytes = Arrays.copyOf(bytes, size);
        } else {
            refuse(Refusal.BUSY);
        }
    }

    @Override
    public void onAllDataRead() {
        if (!over) {
            over = true;
            complete.accept(this);
        }
    }

    @Override
    public void onError(Throwable t) {
        refuse(Refusal.BROKEN_OFF);
    }

    private void refuse(Refusal reason) {
        if (!over) {
            over = true;
            bytes = new byte[0];
            refused.accept(reason);
        }
    }
}
