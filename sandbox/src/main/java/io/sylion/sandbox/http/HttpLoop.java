package io.sylion.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A very cheap HTTP/1.1 client for one plain host: one thread, one selector, keep-alive connections, one request at a
 * time on each. Callbacks run on the loop's thread and must not block; they may send the next request.
 */
public final class HttpLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HttpLoop.class.getName());
    private static final byte[] NOTHING = {};
    private static final int LARGEST_ANSWER = 64 << 20;

    private final InetSocketAddress address;
    private final int limit;
    private final long timeoutNanos;
    private final Selector selector;
    private final Thread thread;
    private final Queue<Call> incoming = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ArrayDeque<Call> waiting = new ArrayDeque<>();
    private final ArrayDeque<Link> idle = new ArrayDeque<>();
    private final List<Link> links = new ArrayList<>();
    private final ByteBuffer input = ByteBuffer.allocateDirect(64 << 10);
    private volatile boolean closed;

    public HttpLoop(URI base, int connections, Duration timeout) {
        if (!"http".equals(base.getScheme())) {
            throw new IllegalArgumentException("Only plain http addresses are supported: " + base);
        }
        address = new InetSocketAddress(base.getHost(), base.getPort() < 0 ? 80 : base.getPort());
        limit = connections;
        timeoutNanos = timeout.toNanos();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform()
                .daemon()
                .name("sandbox-http-" + address.getPort())
                .start(this::run);
    }

    /** The bytes of a whole request; header values must be plain ASCII. */
    public static byte[] request(String method, URI target, Map<String, String> headers, byte[] body) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        var head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(target.getRawQuery() == null ? "" : "?" + target.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.getAuthority())
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    public void send(byte[] request, Consumer<HttpAnswer> done) {
        incoming.add(new Call(request, done));
        if (Thread.currentThread() != thread && woken.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    private void run() {
        long checked = System.nanoTime();
        try {
            while (!closed) {
                selector.select(100);
                woken.set(false);
                for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    ((Link) key.attachment()).ready(key);
                }
                assign();
                long now = System.nanoTime();
                if (now - checked > 50_000_000) {
                    checked = now;
                    expire(now);
                }
            }
            for (Link link : List.copyOf(links)) {
                link.fail(new EOFException("client closed"));
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assign() {
        for (Call call; (call = incoming.poll()) != null; ) {
            waiting.add(call);
        }
        while (!waiting.isEmpty()) {
            Link link = idle.pollLast();
            if (link != null) {
                link.start(waiting.poll());
            } else if (links.size() < limit) {
                new Link().open(waiting.poll());
            } else {
                return;
            }
            for (Call call; (call = incoming.poll()) != null; ) {
                waiting.add(call);
            }
        }
    }

    private void expire(long now) {
        for (Link link : List.copyOf(links)) {
            if (link.call != null && now - link.call.start > timeoutNanos) {
                link.fail(new SocketTimeoutException("no answer in time"));
            }
        }
    }

    private static final class Call {
        private final byte[] request;
        private final Consumer<HttpAnswer> done;
        private long start;
        private boolean repeated;

        private Call(byte[] request, Consumer<HttpAnswer> done) {
            this.request = request;
            this.done = done;
        }
    }

    private final class Link {
        private SocketChannel channel;
        private SelectionKey key;
        private Call call;
        private ByteBuffer output;
        private byte[] received = new byte[1024];
        private int length;
        private boolean used;

        private void open(Call first) {
            call = first;
            call.start = System.nanoTime();
            links.add(this);
            try {
                channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                boolean connected = channel.connect(address);
                key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
                if (connected) {
                    start(first);
                }
            } catch (IOException e) {
                fail(e);
            } catch (UnresolvedAddressException e) {
                fail(new UnknownHostException(address.getHostString()));
            }
        }

        private void start(Call next) {
            call = next;
            call.start = System.nanoTime();
            output = ByteBuffer.wrap(call.request);
            length = 0;
            try {
                write();
            } catch (IOException e) {
                broken(e);
            }
        }

        private void write() throws IOException {
            channel.write(output);
            key.interestOps(
                    output.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }

        private void ready(SelectionKey ready) {
            try {
                if (ready.isConnectable()) {
                    channel.finishConnect();
                    start(call);
                    return;
                }
                if (ready.isWritable()) {
                    write();
                }
                if (ready.isReadable()) {
                    read();
                }
            } catch (IOException e) {
                broken(e);
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                // an answer that is no HTTP must not end the loop for everybody
                fail(new ProtocolException("not an HTTP answer"));
            }
        }

        private void read() throws IOException {
            input.clear();
            int count = channel.read(input);
            if (count < 0) {
                if (call != null && length > 0 && finish(true)) {
                    return;
                }
                throw new EOFException("connection closed by the server");
            }
            if (length + count > LARGEST_ANSWER) {
                throw new IOException("answer too long");
            }
            if (length + count > received.length) {
                received = Arrays.copyOf(received, Math.max(received.length * 2, length + count));
            }
            input.flip().get(received, length, count);
            length += count;
            if (call != null) {
                finish(false);
            }
        }

        /** True when a whole answer was there and has been handed over. */
        private boolean finish(boolean ended) throws IOException {
            int head = headEnd();
            if (head < 0) {
                return false;
            }
            String header = new String(received, 0, head, StandardCharsets.ISO_8859_1);
            int status = Integer.parseInt(header, 9, 12, 10);
            String transfer = field(header, "transfer-encoding");
            String size = field(header, "content-length");
            boolean last = "close".equalsIgnoreCase(field(header, "connection")) || ended;
            byte[] body;
            if (status == 204 || status == 304 || "0".equals(size)) {
                body = NOTHING;
            } else if ("chunked".equalsIgnoreCase(transfer)) {
                body = chunks(head);
            } else if (size != null) {
                int total = Integer.parseInt(size);
                body = length - head >= total ? Arrays.copyOfRange(received, head, head + total) : null;
            } else {
                last = true;
                body = ended ? Arrays.copyOfRange(received, head, length) : null;
            }
            if (body == null) {
                return false;
            }
            Call answered = call;
            call = null;
            length = 0;
            used = true;
            if (last) {
                drop();
            } else {
                idle.add(this);
            }
            tell(answered, new HttpAnswer(status, body, null, answered.start, System.nanoTime()));
            return true;
        }

        private int headEnd() {
            for (int i = 3; i < length; i++) {
                if (received[i] == '\n' && received[i - 1] == '\r' && received[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private byte[] chunks(int from) throws IOException {
            byte[] body = new byte[length - from];
            int filled = 0;
            for (int at = from; ; ) {
                int line = at;
                while (line < length && received[line] != '\n') {
                    line++;
                }
                if (line >= length) {
                    return null;
                }
                String text = new String(received, at, line - at, StandardCharsets.ISO_8859_1).trim();
                int semicolon = text.indexOf(';');
                int size = Integer.parseInt(semicolon < 0 ? text : text.substring(0, semicolon), 16);
                if (line + 1 + size + 2 > length) {
                    return null;
                }
                if (size == 0) {
                    return Arrays.copyOf(body, filled);
                }
                System.arraycopy(received, line + 1, body, filled, size);
                filled += size;
                at = line + 1 + size + 2;
            }
        }

        private void broken(IOException cause) {
            Call lost = call;
            if (lost != null && used && length == 0 && !lost.repeated) {
                lost.repeated = true;
                call = null;
                drop();
                waiting.addFirst(lost);
            } else {
                fail(cause);
            }
        }

        private void fail(IOException cause) {
            Call lost = call;
            call = null;
            drop();
            if (lost != null) {
                tell(lost, new HttpAnswer(0, NOTHING, cause, lost.start, System.nanoTime()));
            }
        }

        /** One caller's mistake is not the others': the loop goes on. */
        private void tell(Call call, HttpAnswer answer) {
            try {
                call.done.accept(answer);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "an answer could not be handed over", e);
            }
        }

        private void drop() {
            links.remove(this);
            idle.remove(this);
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                // nothing is left to close
            }
        }
    }

    private static String field(String header, String name) {
        for (int at = header.indexOf('\n'); at >= 0 && at + 1 < header.length(); at = header.indexOf('\n', at + 1)) {
            if (header.regionMatches(true, at + 1, name, 0, name.length())
                    && header.charAt(at + 1 + name.length()) == ':') {
                return header.substring(at + 2 + name.length(), header.indexOf('\r', at + 1))
                        .trim();
            }
        }
        return null;
    }
}
