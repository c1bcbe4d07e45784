package org.lamina.app.embedding;

import de.javagl.tsne.Tsne;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// t-SNE: rows that are neighbours become neighbours in the plane. The library hands nothing out on its way, but with one
/// seed goes the same way each time, so what it has after fewer iterations is had by stopping there.
///
/// **Source** van der Maaten, 2014 (Accelerating t-SNE using tree-based algorithms).
final class Neighbours {

    /// Rows that it takes.
    static final int FEWEST = 12;
    /// Numbers of a row at most.
    static final int AXES = 50;
    private static final int FEW = 600;
    private static final int PERPLEXITY = 30;
    private static final int LEAST_PERPLEXITY = 3;
    /// How coarsely distant rows are taken together; as good a map as 0.5 in half the time.
    private static final double THETA = 0.8;
    private static final long SEED = 1;

    private Neighbours() {}

    /// Iterations after which the map is shown. Up to the 250th the library draws neighbours together, in steps that are
    /// too long for few rows: these need more iterations after it, and each costs less.
    static List<Integer> frames(int rows) {
        return rows < FEW ? List.of(200, 1000) : List.of(75, 350);
    }

    /// How many neighbours count: 30, or a tenth of all.
    static int perplexity(int rows) {
        return Math.clamp(rows / 10, LEAST_PERPLEXITY, PERPLEXITY);
    }

    /// @param rows all of a length, not all the same
    /// @throws CancellationException soon after it is not wanted any more
    static double[][] map(double[][] rows, int iterations, BooleanSupplier wanted) {
        Tsne library = new Tsne();
        library.setMessageConsumer(null);
        library.setInitialDims(0);
        library.setTheta(THETA);
        library.setRandomSeed(SEED);
        library.setPerplexity(perplexity(rows.length));
        library.setMaxIterations(iterations);
        library.setProgressConsumer(_ -> {
            if (!wanted.getAsBoolean())
                throw new CancellationException();
        });
        return library.run(rows);
    }
}
