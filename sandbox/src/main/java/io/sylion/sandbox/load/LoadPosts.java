package io.sylion.sandbox.load;

import com.sun.management.OperatingSystemMXBean;
import io.sylion.sandbox.http.HttpAnswer;
import io.sylion.sandbox.http.HttpLoop;
import io.sylion.sandbox.load.LoadPlan.Pattern;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts the messages of a plan and keeps what became of them. Customers take turns. */
public final class LoadPosts implements LoadProgress, AutoCloseable {
    private static final long LONGEST_PAUSE = 4_000;

    /** So many are written and signed before the start: the generator then takes little of the machine's time. */
    private static final int MOST_PREPARED = 100_000;

    /** Asked again and again while messages are under way. */
    public interface Watch {
        /** Whether it is still worth waiting. */
        boolean look() throws IOException, InterruptedException;
    }

    private final LoadPlan plan;
    private final LoadMessages messages;
    private final HttpLoop loop;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "load-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final ArrayDeque<Integer> ready = new ArrayDeque<>();
    private final int[] next;
    private final int[] answered;
    private final byte[][][] prepared;
    private final long[][] acknowledged;
    private final long[][] sent;
    private final int[] micros;
    private final Map<String, Integer> failures = new TreeMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private long start;
    private long cpuStart;
    private volatile long cpuEnd;
    private int started;
    private int inFlight;
    private volatile long end;
    private volatile boolean stopped;

    public LoadPosts(LoadPlan plan, LoadMessages messages) {
        this.plan = plan;
        this.messages = messages;
        loop = new HttpLoop(plan.base(), plan.connections(), Duration.ofSeconds(15));
        next = new int[plan.customers()];
        acknowledged = new long[plan.customers()][];
        sent = new long[plan.customers()][];
        answered = new int[plan.customers()];
        Arrays.fill(answered, -1);
        // at a rate each tells the second in which it is posted
        prepared = plan.rate() <= 0 && plan.messages() <= MOST_PREPARED ? new byte[plan.customers()][][] : null;
        micros = new int[plan.messages()];
        for (int customer = 0; customer < plan.customers(); customer++) {
            acknowledged[customer] = new long[plan.ofCustomer(customer)];
            sent[customer] = new long[plan.ofCustomer(customer)];
            if (prepared != null) {
                prepare(customer);
            }
            for (int i = 0; i < (plan.pattern() == Pattern.BURST ? plan.ofCustomer(customer) : 1); i++) {
                ready.add(customer);
            }
        }
    }

    private void prepare(int customer) {
        prepared[customer] = new byte[plan.ofCustomer(customer)][];
        for (int number = 0; number < prepared[customer].length; number++) {
            prepared[customer][number] = messages.post(customer, number);
        }
    }

    /** Sends everything; returns when each message was acknowledged or given up, or when the watch has seen enough. */
    public void run(Watch watch) throws IOException, InterruptedException {
        cpuStart = cpu();
        start = System.nanoTime();
        if (plan.rate() > 0) {
            timer.scheduleAtFixedRate(this::pace, 0, 1, TimeUnit.MILLISECONDS);
        } else {
            fill();
        }
        while (finished.get() < plan.messages() && watch.look()) {
            Thread.sleep(20);
        }
        cpuEnd = cpu();
    }

    private synchronized void fill() {
        while (inFlight < plan.connections() && !ready.isEmpty()) {
            begin(System.nanoTime());
        }
    }

    private synchronized void pace() {
        long now = System.nanoTime();
        long due = Math.min(plan.messages(), (long) ((now - start) / 1e9 * plan.rate()) + 1);
        while (started < due && !ready.isEmpty()) {
            begin(start + (long) (started / plan.rate() * 1e9));
        }
    }

    private void begin(long planned) {
        int customer = ready.poll();
        int number = plan.place(customer, next[customer]++);
        started++;
        inFlight++;
        sent[customer][number] = System.currentTimeMillis();
        post(customer, number, 1, planned);
    }

    private void post(int customer, int number, int attempt, long planned) {
        byte[] post = prepared == null ? messages.post(customer, number) : prepared[customer][number];
        loop.send(post, answer -> done(customer, number, attempt, planned, answer));
        if (plan.habits().twice()) {
            loop.send(post, repeat -> {});
        }
    }

    private void done(int customer, int number, int attempt, long planned, HttpAnswer answer) {
        if (answer.accepted()) {
            int place = accepted.getAndIncrement();
            long from = plan.rate() > 0 && attempt == 1 ? Math.min(planned, answer.startNanos()) : answer.startNanos();
            micros[place] = (int) ((answer.endNanos() - from) / 1000);
            end = System.nanoTime();
            if (plan.habits().twice()) {
                loop.send(messages.post(customer, number), repeat -> {});
            }
        } else {
            String reason = answer.failure() == null
                    ? "HTTP " + answer.status()
                    : answer.failure().getClass().getSimpleName();
            synchronized (failures) {
                failures.merge(reason, 1, Integer::sum);
            }
            if (attempt < plan.attempts() && !stopped) {
                long pause = Math.min(LONGEST_PAUSE, 250L << Math.min(attempt - 1, 8));
                timer.schedule(() -> post(customer, number, attempt + 1, planned), pause, TimeUnit.MILLISECONDS);
                return;
            }
        }
        synchronized (this) {
            acknowledged[customer][number] = answer.accepted() ? System.currentTimeMillis() : -1;
            inFlight--;
            if (plan.pattern() == Pattern.AFTER_ACKNOWLEDGEMENT || answered[customer] >= number || !answer.accepted()) {
                turn(customer);
            }
        }
        finished.incrementAndGet();
        if (plan.rate() <= 0) {
            fill();
        }
    }

    private void turn(int customer) {
        if (plan.pattern() != Pattern.BURST && next[customer] < acknowledged[customer].length) {
            ready.add(customer);
        }
    }

    @Override
    public void answered(int customer, int number) {
        synchronized (this) {
            boolean newest = number > answered[customer] && number == next[customer] - 1;
            answered[customer] = Math.max(answered[customer], number);
            if (plan.pattern() == Pattern.AFTER_REPLY && newest && acknowledged[customer][number] > 0) {
                turn(customer);
            }
        }
        if (plan.pattern() == Pattern.AFTER_REPLY && plan.rate() <= 0) {
            fill();
        }
    }

    @Override
    public synchronized long acknowledged(int customer, int number) {
        return acknowledged[customer][number];
    }

    @Override
    public synchronized long sent(int customer, int number) {
        return sent[customer][number];
    }

    public int accepted() {
        return accepted.get();
    }

    int finished() {
        return finished.get();
    }

    public Map<String, Integer> failures() {
        synchronized (failures) {
            return new TreeMap<>(failures);
        }
    }

    /** Processor time of this process while it posted. */
    double cpuSeconds() {
        return (cpuEnd - cpuStart) / 1e9;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    double seconds() {
        return (end - start) / 1e9;
    }

    int[] sortedMicros() {
        int[] sorted = Arrays.copyOf(micros, accepted.get());
        Arrays.sort(sorted);
        return sorted;
    }

    @Override
    public void close() {
        stopped = true;
        timer.shutdownNow();
        loop.close();
    }
}
