package io.sylion.sandbox.state;

import io.sylion.sandbox.http.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Live events to the open browsers. A browser that does not keep up is told to load everything again. */
public final class PhoneEvents {
    private static final byte[] BEHIND = "event: reload\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final List<BlockingQueue<byte[]>> browsers = new CopyOnWriteArrayList<>();

    public BlockingQueue<byte[]> join() {
        BlockingQueue<byte[]> browser = new ArrayBlockingQueue<>(1000);
        browsers.add(browser);
        return browser;
    }

    public void leave(BlockingQueue<byte[]> browser) {
        browsers.remove(browser);
    }

    public void publish(String name, Object data) {
        if (browsers.isEmpty()) {
            return;
        }
        byte[] event = ("event: " + name + "\ndata: " + new String(WireJson.bytes(data), StandardCharsets.UTF_8)
                        + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
        for (BlockingQueue<byte[]> browser : browsers) {
            if (!browser.offer(event)) {
                browser.clear();
                browser.add(BEHIND);
            }
        }
    }
}
