package org.lamina.probe;

/// How many pictures go through the network at once, so that a bit of work takes about ten milliseconds.
final class Pace {
    private static final long SHORT = 6_000_000;
    private static final long LONG = 12_000_000;
    private static final int MOST = 64;

    private int count = 1;

    /// Does a bit of work.
    ///
    /// @param left pictures to go
    /// @return how many went through
    int run(int left, Bit work) throws Exception {
        int now = Math.min(left, count);
        long begun = System.nanoTime();
        work.run(now);
        long took = System.nanoTime() - begun;
        if (took < SHORT)
            count = Math.min(2 * count, MOST);
        else if (took > LONG)
            count = Math.max(1, count / 2);
        return now;
    }

    @FunctionalInterface
    interface Bit {
        void run(int pictures) throws Exception;
    }
}
