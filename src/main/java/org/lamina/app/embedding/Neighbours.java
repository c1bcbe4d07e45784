package org.lamina.app.embedding;

import de.javagl.tsne.Tsne;
import java.util.function.IntConsumer;

/// t-SNE: rows that are neighbours become neighbours in the plane.
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

    /// Up to the 250th the library draws neighbours together, in steps that are too long for few rows: these need more
    /// iterations after it, and each costs less.
    static int iterations(int rows) {
        return rows < FEW ? 1000 : 350;
    }

    /// How many neighbours count: 30, or a tenth of all.
    static int perplexity(int rows) {
        return Math.clamp(rows / 10, LEAST_PERPLEXITY, PERPLEXITY);
    }

    /// @param rows all of a length, not all the same
    /// @param done hears how many iterations are; what it throws ends the work
    static double[][] map(double[][] rows, IntConsumer done) {
        int iterations = iterations(rows.length);
        Tsne library = new Tsne();
        library.setMessageConsumer(null);
        library.setInitialDims(0);
        library.setTheta(THETA);
        library.setRandomSeed(SEED);
        library.setPerplexity(perplexity(rows.length));
        library.setMaxIterations(iterations);
        library.setProgressConsumer(share -> done.accept((int) Math.round(share * (iterations - 1)) + 1));
        return library.run(rows);
    }
}
