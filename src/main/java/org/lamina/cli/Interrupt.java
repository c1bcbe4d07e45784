package org.lamina.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends work in order when the user presses Ctrl-C: it is told to stop, and the program's end waits until it has.
final class Interrupt implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable takeBack;

    /// @param stop tells the work to stop, and returns at once
    Interrupt(Tools tools, Runnable stop) {
        takeBack = tools.interrupts().apply(() -> {
            stop.run();
            await();
        });
    }

    private void await() {
        try {
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work has ended.
    @Override
    public void close() {
        ended.countDown();
        takeBack.run();
    }
}
