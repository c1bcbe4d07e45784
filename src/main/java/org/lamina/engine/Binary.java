package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import java.nio.ByteBuffer;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.spec.Words;

/// Binary cross-entropy on logits, the mean over all numbers of the answer, in place of the usual loss. A class counts as
/// 1 for its own samples and as 0 for all others.
record Binary(Objective usual) implements Objective {
    private static final int CHECKED = 1000;

    /// −t·log σ(x) − (1 − t)·log(1 − σ(x)) as softplus(x) − x·t, which overflows for no x.
    static NDArray crossEntropy(NDArray logits, NDArray truth) {
        return Activation.softPlus(logits).sub(logits.mul(truth)).mean();
    }

    /// Looks at the first samples.
    @Override
    public void check(DataSet data, int[] samples) throws DataException {
        boolean own = usual instanceof Reconstruction;
        float[] truth = new float[(int) (own ? data.info().input().elements() : data.info().target().width())];
        for (int i = 0; i < Math.min(CHECKED, samples.length) && !(usual instanceof Classes); i++) {
            if (own)
                data.input(samples[i], truth, 0);
            else
                data.target(samples[i], truth, 0);
            for (float number : truth)
                if (!(number >= 0 && number <= 1))
                    throw new DataException(
                            "Binary cross-entropy needs answers from 0 to 1, the data set has %s: set the loss of the training plan to usual or choose another data set"
                                    .formatted(Words.number(number)));
        }
    }

    @Override
    public NDArray targets(NDArray samples, ByteBuffer targets) {
        return usual.targets(samples, targets);
    }

    @Override
    public NDArray loss(NDArray answers, NDArray targets) {
        return crossEntropy(answers, usual instanceof Classes(int classes)
                ? targets.flatten().oneHot(classes, DataType.FLOAT32)
                : targets);
    }

    @Override
    public double right(float[] answers, float[] truth, int samples) {
        return usual.right(answers, truth, samples);
    }

    @Override
    public NDArray shown(NDArray answers) {
        return Activation.sigmoid(answers);
    }
}
