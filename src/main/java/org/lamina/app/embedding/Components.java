package org.lamina.app.embedding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DenseMatrix64F;
import org.ejml.factory.DecompositionFactory;
import org.ejml.interfaces.decomposition.EigenDecomposition;
import org.ejml.ops.CommonOps;
import org.lamina.tensor.Tensor;

/// Principal components: rows turned so that the first axis has the largest variance, the second the largest of what is
/// left, and so on. The eigenvectors of the covariance come from EJML; each points to where its largest part is positive.
///
/// @param scores rows×axes
/// @param shares of the whole variance, by axis
record Components(double[][] scores, double[] shares) {

    /// @param rows rows×features
    /// @param most axes
    static Components of(Tensor rows, int most) {
        DenseMatrix64F centred = centred(rows);
        DenseMatrix64F covariance = new DenseMatrix64F(centred.numCols, centred.numCols);
        CommonOps.multTransA(1.0 / Math.max(1, centred.numRows - 1), centred, centred, covariance);
        double whole = CommonOps.trace(covariance);
        EigenDecomposition<DenseMatrix64F> eigen = DecompositionFactory.eig(covariance.numCols, true, true);
        eigen.decompose(covariance);
        List<Integer> axes = IntStream.range(0, eigen.getNumberOfEigenvalues()).boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal())).limit(most).toList();
        double[][] scores = new double[centred.numRows][axes.size()];
        double[] shares = new double[axes.size()];
        for (int axis = 0; axis < axes.size(); axis++) {
            DenseMatrix64F direction = eigen.getEigenVector(axes.get(axis));
            double sign = CommonOps.elementMax(direction) < -CommonOps.elementMin(direction) ? -1 : 1;
            DenseMatrix64F column = new DenseMatrix64F(centred.numRows, 1);
            CommonOps.mult(sign, centred, direction, column);
            for (int row = 0; row < centred.numRows; row++)
                scores[row][axis] = column.get(row);
            shares[axis] = whole > 0 ? Math.max(0, eigen.getEigenvalue(axes.get(axis)).getReal() / whole) : 0;
        }
        return new Components(scores, shares);
    }

    private static DenseMatrix64F centred(Tensor rows) {
        int count = rows.sizes()[0];
        int features = rows.sizes()[1];
        DenseMatrix64F centred = new DenseMatrix64F(count, features);
        for (int feature = 0; feature < features; feature++) {
            double mean = 0;
            for (int row = 0; row < count; row++)
                mean += rows.values()[row * features + feature] / (double) count;
            for (int row = 0; row < count; row++)
                centred.set(row, feature, rows.values()[row * features + feature] - mean);
        }
        return centred;
    }

    /// Whether all rows are one.
    boolean isOnePoint() {
        return shares.length == 0 || shares[0] == 0;
    }

    /// One axis of all rows; zeros where there is none.
    double[] axis(int axis) {
        double[] values = new double[scores.length];
        for (int row = 0; row < values.length; row++)
            values[row] = axis < shares.length ? scores[row][axis] : 0;
        return values;
    }
}
