package org.lamina.app.embedding;

import java.util.Arrays;

/// t-SNE: rows that are neighbours become neighbours in the plane, step by step from their principal components. Exact: a
/// tree pays for itself from some thousand rows on, and the libraries that grow one hand no places out on their way.
///
/// **Source** van der Maaten and Hinton, 2008 (Visualizing data using t-SNE); the start is that of Kobak and Berens, 2019.
final class Neighbours {

    /// Rows that it takes.
    static final int FEWEST = 12;
    /// Numbers of a row at most.
    static final int AXES = 50;
    /// Steps until hardly anything moves.
    static final int ITERATIONS = 500;
    private static final int PERPLEXITY = 30;
    private static final int LEAST_PERPLEXITY = 3;
    /// Steps that draw neighbours together the more, so that groups find each other.
    private static final int EXAGGERATED = 250;
    private static final double EXAGGERATION = 12;
    private static final double EXTENT = 1e-4;

    private final double[][] affinities;
    private final Axis x;
    private final Axis y;
    private int iterations;

    /// @param components of rows that are not all the same
    Neighbours(Components components) {
        int count = components.scores().length;
        affinities = Affinities.of(components.scores(), perplexity(count));
        double scale = EXTENT / deviation(components.axis(0));
        x = new Axis(components.axis(0), scale);
        y = new Axis(components.axis(1), scale);
    }

    /// How many neighbours count: 30, or a tenth of all.
    static int perplexity(int rows) {
        return Math.clamp(rows / 10, LEAST_PERPLEXITY, PERPLEXITY);
    }

    private static double deviation(double[] centred) {
        return Math.sqrt(Arrays.stream(centred).map(v -> v * v).sum() / centred.length);
    }

    int iterations() {
        return iterations;
    }

    boolean isDone() {
        return iterations >= ITERATIONS;
    }

    double[] x() {
        return x.places.clone();
    }

    double[] y() {
        return y.places.clone();
    }

    /// Moves every row once.
    void step() {
        x.rest();
        y.rest();
        double all = 0;
        for (int row = 1; row < affinities.length; row++)
            all += meet(row);
        boolean early = iterations++ < EXAGGERATED;
        x.move(early ? EXAGGERATION : 1, 2 * all, early ? 0.5 : 0.8);
        y.move(early ? EXAGGERATION : 1, 2 * all, early ? 0.5 : 0.8);
    }

    /// The forces between a row and those before it.
    ///
    /// @return the sum of how near they are in the plane
    private double meet(int row) {
        double[] affinity = affinities[row];
        double sum = 0;
        for (int other = 0; other < row; other++) {
            double right = x.places[row] - x.places[other];
            double down = y.places[row] - y.places[other];
            double near = 1 / (1 + right * right + down * down);
            double pull = affinity[other] * near;
            double push = near * near;
            sum += near;
            x.meet(row, other, pull * right, push * right);
            y.meet(row, other, pull * down, push * down);
        }
        return sum;
    }

    /// One axis of the plane. Each place has momentum and a gain of its own.
    private static final class Axis {
        private static final double RATE = 200;

        final double[] places;
        private final double[] pulls;
        private final double[] pushes;
        private final double[] speeds;
        private final double[] gains;

        Axis(double[] start, double scale) {
            places = Arrays.stream(start).map(v -> v * scale).toArray();
            pulls = new double[start.length];
            pushes = new double[start.length];
            speeds = new double[start.length];
            gains = new double[start.length];
            Arrays.fill(gains, 1);
        }

        void rest() {
            Arrays.fill(pulls, 0);
            Arrays.fill(pushes, 0);
        }

        void meet(int one, int other, double pull, double push) {
            pulls[one] += pull;
            pulls[other] -= pull;
            pushes[one] += push;
            pushes[other] -= push;
        }

        void move(double exaggeration, double all, double momentum) {
            for (int i = 0; i < places.length; i++) {
                double gradient = exaggeration * pulls[i] - pushes[i] / all;
                gains[i] = gradient > 0 == speeds[i] > 0 ? Math.max(0.01, gains[i] * 0.8) : gains[i] + 0.2;
                speeds[i] = momentum * speeds[i] - RATE * gains[i] * gradient;
                places[i] += speeds[i];
            }
        }
    }
}
