package org.lamina.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Share of one core that each Java thread took over some time, in percent by the thread's name.
final class Shares {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, Double> seconds = new TreeMap<>();
    private double wall;

    /// Counts what threads do while some work is waited for.
    void during(Runnable work) {
        Map<Long, Long> before = times();
        long begin = System.nanoTime();
        work.run();
        wall += (System.nanoTime() - begin) / 1e9;
        times().forEach((id, time) -> {
            ThreadInfo info = THREADS.getThreadInfo(id);
            if (info != null)
                seconds.merge(info.getThreadName(), (time - before.getOrDefault(id, 0L)) / 1e9, Double::sum);
        });
    }

    private static Map<Long, Long> times() {
        Map<Long, Long> times = new TreeMap<>();
        for (long id : THREADS.getAllThreadIds())
            times.put(id, Math.max(0, THREADS.getThreadCpuTime(id)));
        return times;
    }

    /// The busiest first: `engine 81.0, JavaFX Application Thread 6.2`.
    @Override
    public String toString() {
        return seconds.entrySet().stream().filter(e -> e.getValue() / wall > 0.002)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(e -> "%s %.1f".formatted(e.getKey(), 100 * e.getValue() / wall))
                .collect(Collectors.joining(", "));
    }
}
