package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.graph.Contest;
import org.lamina.graph.NodeId;
import org.lamina.probe.Turn;
import org.lamina.study.Side;

/// A generator G against a discriminator D (Goodfellow et al., 2014). Both are one network, drawn on one canvas. A step
/// has two turns, each with fresh noise:
///
/// 1. D sees the generated samples and the real ones as one batch of twice the size, and learns to tell them apart by
///    binary cross-entropy on its logit. The gradient ends where the two meet.
/// 2. G learns from what D says of its samples, by the non-saturating loss −log D(G(z)), while D stays as it is.
///
/// What is measured, in training and validation, is D's loss and the share of its right verdicts.
record Adversarial(Contest contest) implements Objective {

    /// 0 for each generated sample, then 1 for each real one.
    @Override
    public NDArray targets(NDArray samples, ByteBuffer targets) {
        Shape half = new Shape(samples.getShape().get(0), 1);
        return samples.getManager().zeros(half, DataType.FLOAT32)
                .concat(samples.getManager().ones(half, DataType.FLOAT32));
    }

    @Override
    public Tap tap() {
        return new Meeting(contest);
    }

    /// Lets the generated samples and the real ones go on as one batch.
    private static final class Meeting implements Tap {
        private final Contest contest;
        private @Nullable NDArray real;

        Meeting(Contest contest) {
            this.contest = contest;
        }

        @Override
        public NDArray at(NodeId node, NDArray output) {
            if (node.equals(contest.real()))
                real = output;
            return real != null && node.equals(contest.meeting()) ? output.stopGradient().concat(real) : output;
        }
    }

    /// −log σ(x) for real samples and −log(1 − σ(x)) for generated ones.
    @Override
    public NDArray loss(NDArray answers, NDArray targets) {
        return Binary.crossEntropy(answers, targets);
    }

    /// −log σ(x) of generated samples.
    private static NDArray generatorsLoss(NDArray verdicts) {
        return Activation.softPlus(verdicts.neg()).mean();
    }

    @Override
    public List<Turn> turns() {
        return List.of(
                new Turn(Side.DISCRIMINATOR, this::tap, this::loss, name -> !isOfGenerator(name), _ -> true, null),
                new Turn(Side.GENERATOR, () -> Tap.NONE, (verdicts, _) -> generatorsLoss(verdicts), this::isOfGenerator,
                        node -> !contest.reality().contains(node), contest.generated()));
    }

    private boolean isOfGenerator(String parameter) {
        return contest.generator().contains(new NodeId(parameter.substring(0, parameter.indexOf('.'))));
    }

    @Override
    public double right(float[] answers, float[] truth, int samples) {
        int right = 0;
        for (int i = 0; i < answers.length; i++)
            if (answers[i] > 0 == i >= answers.length / 2)
                right++;
        return (double) right * samples / answers.length;
    }

    /// How surely each generated sample is taken for real, 0…1.
    @Override
    public NDArray shown(NDArray answers) {
        return Activation.sigmoid(answers);
    }

    @Override
    public Optional<NodeId> judged() {
        return Optional.of(contest.generated());
    }
}
