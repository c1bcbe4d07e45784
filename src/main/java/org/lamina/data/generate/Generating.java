package org.lamina.data.generate;

import org.lamina.data.DataException;
import org.lamina.data.Progress;

/// What the generators share.
final class Generating {
    private static final int SAMPLES_BETWEEN_REPORTS = 500;

    private Generating() {}

    /// Tells how far the work is, now and then.
    ///
    /// @throws DataException where it is to stop
    static void report(Progress progress, int sample, int samples, String what) throws DataException {
        if (sample % SAMPLES_BETWEEN_REPORTS == 0 && !progress.at((double) sample / samples, what))
            throw new DataException(what + " was stopped.");
    }
}
