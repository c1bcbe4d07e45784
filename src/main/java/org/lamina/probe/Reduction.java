package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.lamina.tensor.Tensor;

/// Few numbers of the many that a layer gives, one row a picture: maps and time steps are averaged over the finest even
/// grid that fits, and what is still too long is projected by a fixed random matrix of signs, which nearly keeps
/// distances.
///
/// **Source** Achlioptas, 2003 (Database-friendly random projections).
///
/// @param most numbers of a row
record Reduction(int most) {
    private static final int SEED = 1;

    NDArray rows(Subject subject, NDArray output) {
        NDArray pooled = switch (output.getShape().dimension()) {
            case 4 -> maps(subject, output);
            case 3 -> steps(subject, output);
            default -> output;
        };
        NDArray rows = pooled.reshape(output.getShape().get(0), -1);
        int width = (int) rows.getShape().get(1);
        return width <= most ? rows : rows.matMul(subject.array(rows.getManager(), signs(width)));
    }

    private NDArray maps(Subject subject, NDArray output) {
        int[] sizes = sizes(output);
        int side = (int) Math.max(1, Math.sqrt(most / (double) sizes[1]));
        if (sizes[1] * sizes[2] * sizes[3] <= most)
            return output;
        NDArray fewerColumns = output
                .matMul(means(subject, output, sizes[3], Math.min(side, sizes[3])).transpose(1, 0));
        return means(subject, output, sizes[2], Math.min(side, sizes[2])).matMul(fewerColumns);
    }

    private NDArray steps(Subject subject, NDArray output) {
        int[] sizes = sizes(output);
        int fewer = Math.max(1, most / sizes[2]);
        return fewer >= sizes[1] ? output : means(subject, output, sizes[1], fewer).matMul(output);
    }

    private static int[] sizes(NDArray array) {
        return Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    }

    /// A matrix that takes means over `to` even stretches of `from` numbers.
    private static NDArray means(Subject subject, NDArray like, int from, int to) {
        float[] matrix = new float[to * from];
        for (int row = 0; row < to; row++) {
            int first = row * from / to;
            int end = ((row + 1) * from + to - 1) / to;
            for (int column = first; column < end; column++)
                matrix[row * from + column] = 1f / (end - first);
        }
        return subject.array(like.getManager(), new Tensor(new int[]{to, from}, matrix));
    }

    private Tensor signs(int from) {
        SplittableRandom random = new SplittableRandom(SEED);
        float one = (float) (1 / Math.sqrt(most));
        float[] matrix = new float[from * most];
        for (int i = 0; i < matrix.length; i++)
            matrix[i] = random.nextBoolean() ? one : -one;
        return new Tensor(new int[]{from, most}, matrix);
    }

    /// Whether a layer gives numbers that can be compared, not names of tokens.
    static boolean applies(NDArray output) {
        return output.getDataType() == DataType.FLOAT32 && output.getShape().dimension() > 1;
    }
}
