package org.lamina.app.embedding;

import java.util.stream.IntStream;

/// How near rows are to each other: Gaussians around each row, as wide as its neighbours are far, so that each row counts
/// as many neighbours as the perplexity says.
///
/// **Source** van der Maaten and Hinton, 2008 (Visualizing data using t-SNE), equations 1 and 2.
final class Affinities {

    private static final int MOST_TRIES = 60;
    private static final double EXACT = 1e-4;

    private Affinities() {}

    /// Row i holds its affinities to the rows before it; all of them twice, for both directions, sum to 1.
    static double[][] of(double[][] rows, double perplexity) {
        int count = rows.length;
        double[][] shares = IntStream.range(0, count).mapToObj(row -> shares(rows, row, Math.log(perplexity)))
                .toArray(double[][]::new);
        double[][] affinities = new double[count][];
        for (int i = 0; i < count; i++) {
            affinities[i] = new double[i];
            for (int j = 0; j < i; j++)
                affinities[i][j] = (shares[i][j] + shares[j][i]) / (2.0 * count);
        }
        return affinities;
    }

    /// The shares of the other rows in the neighbourhood of one; the width is found by bisection.
    private static double[] shares(double[][] rows, int row, double entropy) {
        double[] distances = distances(rows, row);
        double[] shares = new double[rows.length];
        double precision = 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            double excess = weigh(distances, row, precision, shares) - entropy;
            if (Math.abs(excess) < EXACT)
                break;
            if (excess > 0)
                low = precision;
            else
                high = precision;
            precision = Double.isInfinite(high) ? 2 * precision : (low + high) / 2;
        }
        return shares;
    }

    /// Squared distances, in units of the mean one, beyond the nearest row: that one's Gaussian is then 1 at any width.
    private static double[] distances(double[][] rows, int row) {
        double[] distances = new double[rows.length];
        double nearest = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int other = 0; other < rows.length; other++) {
            double squared = 0;
            for (int axis = 0; axis < rows[row].length; axis++) {
                double difference = rows[row][axis] - rows[other][axis];
                squared += difference * difference;
            }
            distances[other] = squared;
            sum += squared;
            if (other != row)
                nearest = Math.min(nearest, squared);
        }
        double unit = sum > 0 ? sum / rows.length : 1;
        for (int other = 0; other < rows.length; other++)
            distances[other] = (distances[other] - nearest) / unit;
        return distances;
    }

    /// Fills the shares for a precision, 1/2σ².
    ///
    /// @return their entropy, nats
    private static double weigh(double[] distances, int row, double precision, double[] shares) {
        double sum = 0;
        double moment = 0;
        for (int other = 0; other < distances.length; other++) {
            shares[other] = other == row ? 0 : Math.exp(-precision * distances[other]);
            sum += shares[other];
            moment += shares[other] * distances[other];
        }
        for (int other = 0; other < distances.length; other++)
            shares[other] /= sum;
        return Math.log(sum) + precision * moment / sum;
    }
}
