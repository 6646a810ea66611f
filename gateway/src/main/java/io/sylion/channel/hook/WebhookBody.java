package io.sylion.channel.hook;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.xnio.channels.StreamSourceChannel;

/** Gathers a body as it arrives, without a thread waiting for it, up to a limit. */
final class WebhookBody {
    private static final int FIRST = 4 * 1024;

    /** What is larger takes a while to check and to read, in which other connections of the thread would stand still. */
    private static final int SMALL = 64 * 1024;

    private final HttpServerExchange http;
    private final BodyBudget.Share share;
    private final int largest;
    private final Consumer<WebhookBody> complete;
    private final Consumer<Refusal> refused;
    private StreamSourceChannel input;
    private byte[] bytes;
    private int length;
    private boolean over;

    /**
     * @param complete told once all is there
     * @param refused told when it never will be
     */
    WebhookBody(
            HttpServerExchange http,
            BodyBudget.Share share,
            int largest,
            Consumer<WebhookBody> complete,
            Consumer<Refusal> refused) {
        this.http = http;
        this.share = share;
        this.largest = largest;
        this.complete = complete;
        this.refused = refused;
        // the announced length is not believed beyond the first buffer
        long expected = http.getRequestContentLength();
        this.bytes = new byte[expected < 0 ? FIRST : (int) Math.min(expected + 1, FIRST)];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Begins, on the connection's own thread; goes on there when more arrives. */
    void read() {
        input = http.getRequestChannel();
        if (input == null) {
            refuse(Refusal.BROKEN_OFF);
        } else {
            readOn();
        }
    }

    private void readOn() {
        try (PooledByteBuffer pooled = http.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (!over) {
                buffer.clear();
                int read = input.read(buffer);
                if (read < 0) {
                    finish();
                } else if (read > 0) {
                    append(buffer.flip());
                } else {
                    await();
                    return;
                }
            }
        } catch (IOException e) {
            refuse(Refusal.BROKEN_OFF);
        }
    }

    private void await() {
        input.getReadSetter().set(channel -> {
            channel.suspendReads();
            readOn();
        });
        input.resumeReads();
    }

    private void append(ByteBuffer part) {
        int wanted = length + part.remaining();
        if (wanted > largest) {
            refuse(Refusal.TOO_LARGE);
        } else if (wanted > bytes.length && !grow(wanted)) {
            refuse(Refusal.BUSY);
        } else {
            part.get(bytes, length, part.remaining());
            length = wanted;
        }
    }

    private boolean grow(int wanted) {
        int size = Math.min(Math.max(bytes.length * 2, wanted), largest);
        if (!share.take(size - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    private void finish() {
        over = true;
        if (length <= SMALL) {
            complete.accept(this);
            return;
        }
        try {
            http.getConnection().getWorker().execute(() -> complete.accept(this));
        } catch (RejectedExecutionException e) {
            refused.accept(Refusal.BUSY);
        }
    }

    private void refuse(Refusal reason) {
        over = true;
        bytes = new byte[0];
        refused.accept(reason);
    }
}
