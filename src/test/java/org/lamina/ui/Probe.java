package org.lamina.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;

/// Asks the FX thread for an answer every 16 ms and measures how long it lets the caller wait. Where it was found during
/// long waits is kept.
final class Probe {

    private static final int EVERY_MILLIS = 16;
    private static final long LONG_NANOS = 25_000_000;
    private static final int DEPTH = 60;
    private static final int TICK_MILLIS = 10;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread fx = FxDriver.call(Thread::currentThread);
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Map<Long, Boolean> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> found = new ConcurrentHashMap<>();

    /// One caller's wait in milliseconds, and how long of it the FX thread computed. The rest it waited itself: for a
    /// core, or for the threads that draw.
    ///
    /// @param stolen milliseconds that the machine's host took from its cores meanwhile; 0 for a short wait
    private record Wait(double millis, double computing, long stolen) {}

    /// How long callers waited, in milliseconds.
    ///
    /// @param computing how much of the longest wait the FX thread computed
    /// @param undisturbed the longest wait during which the machine's host took nothing
    /// @param busy share of the time that the FX thread computed
    /// @param stolen milliseconds in which a core was wanted but the machine's host gave it to others
    record Waits(String what, double[] millis, double computing, double undisturbed, double busy,
            long stolen, Map<String, Integer> found) {

        double longest() {
            return millis[millis.length - 1];
        }

        @Override
        public String toString() {
            return "%s: %d asked, waits median %.1f, 95 %% %.1f, longest %.1f ms (%.1f computing), undisturbed %.1f ms; FX thread busy %.1f %%; stolen %d ms%s"
                    .formatted(
                            what, millis.length, millis[millis.length / 2], millis[millis.length * 95 / 100], longest(),
                            computing, undisturbed, 100 * busy, stolen, places());
        }

        private String places() {
            return found.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(6)
                    .map(e -> "%n    %d× %s".formatted(e.getValue(), e.getKey())).collect(Collectors.joining());
        }
    }

    /// Measures for a while.
    Waits over(String what, int seconds, Runnable meanwhile) throws InterruptedException {
        long begin = System.nanoTime();
        long processor = threads.getThreadCpuTime(fx.threadId());
        long stolen = stolen();
        Thread watcher = Thread.ofPlatform().daemon().start(this::watch);
        Thread doing = Thread.ofPlatform().daemon().start(meanwhile);
        for (int asked = 0; asked < seconds * 1000 / EVERY_MILLIS; asked++) {
            ask();
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        }
        doing.join();
        FxDriver.run(() -> {});
        watcher.interrupt();
        double busy = (threads.getThreadCpuTime(fx.threadId()) - processor) / (double) (System.nanoTime() - begin);
        List<Wait> sorted = waits.stream().sorted(Comparator.comparingDouble(Wait::millis)).toList();
        Waits result = new Waits(what, sorted.stream().mapToDouble(Wait::millis).toArray(),
                sorted.getLast().computing(),
                sorted.stream().filter(w -> w.stolen() == 0).mapToDouble(Wait::millis).max().orElse(0), busy,
                stolen() - stolen, Map.copyOf(found));
        waits.clear();
        found.clear();
        return result;
    }

    /// Since the machine started, where Linux knows it: `man 5 proc_stat`, the eighth number of the first line.
    static long stolen() {
        Path counts = Path.of("/proc/stat");
        if (!Files.exists(counts))
            return 0;
        try (Scanner line = new Scanner(counts, StandardCharsets.US_ASCII)) {
            return line.tokens().skip(8).mapToLong(Long::parseLong).findFirst().orElse(0) * TICK_MILLIS;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void ask() {
        long stolen = stolen();
        long asked = System.nanoTime();
        long processor = threads.getThreadCpuTime(fx.threadId());
        open.put(asked, true);
        Platform.runLater(() -> {
            open.remove(asked);
            long waited = System.nanoTime() - asked;
            waits.add(new Wait(waited / 1e6, (threads.getThreadCpuTime(fx.threadId()) - processor) / 1e6,
                    waited < LONG_NANOS ? 0 : stolen() - stolen));
        });
    }

    private void watch() {
        while (!Thread.interrupted()) {
            long now = System.nanoTime();
            if (open.keySet().stream().anyMatch(asked -> now - asked > LONG_NANOS))
                found.merge(place(fx.getStackTrace()), 1, Integer::sum);
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// The innermost frame, and the frames of this program that led there.
    private static String place(StackTraceElement[] stack) {
        String own = Arrays.stream(stack).filter(f -> f.getClassName().startsWith("org.lamina.ui")
                || f.getClassName().startsWith("org.lamina.app")).limit(3).map(Probe::words)
                .collect(Collectors.joining(" < "));
        String inner = IntStream.range(0, Math.min(stack.length, own.isEmpty() ? DEPTH : 1)).filter(i -> i % 4 == 0)
                .limit(6).mapToObj(i -> words(stack[i])).collect(Collectors.joining(" < "));
        return own.isEmpty() ? inner : inner + " … " + own;
    }

    private static String words(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }
}
