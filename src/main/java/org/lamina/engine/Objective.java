package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.lamina.compile.Tap;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.graph.Contest;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.probe.Turn;
import org.lamina.project.Checkup;
import org.lamina.project.Loss;
import org.lamina.project.Plan;
import org.lamina.project.Task;

/// What a network is trained for: the loss of its answers, and which of them are right.
sealed interface Objective permits Objective.Classes, Objective.SquaredError, Binary, Adversarial {

    /// @param graph without problems
    static Objective of(Plan plan, DataInfo data, Graph graph) {
        Objective usual = usual(plan.task(), data, graph);
        boolean own = plan.loss() == Loss.USUAL || usual instanceof Adversarial
                || Checkup.expected(plan, data).isOneNumberForTwoClasses();
        return own ? usual : new Binary(usual);
    }

    private static Objective usual(Task task, DataInfo data, Graph graph) {
        return switch (task) {
            case CLASSIFICATION, NEXT_TOKEN -> new Classes(data.target().names().size());
            case REGRESSION -> new Values(data.target().width());
            case RECONSTRUCTION -> new Reconstruction();
            case ADVERSARIAL -> new Adversarial(Contest.of(graph).orElseThrow());
        };
    }

    /// Whether it can learn from samples.
    ///
    /// @throws DataException in words for people, where it cannot
    default void check(DataSet data, int[] samples) throws DataException {}

    /// Targets of a batch on the device.
    ///
    /// @param samples the batch's inputs on the device
    NDArray targets(NDArray samples, ByteBuffer targets);

    /// What the network runs with where its answers are to be measured.
    default Tap tap() {
        return Tap.NONE;
    }

    /// Mean over the batch.
    NDArray loss(NDArray answers, NDArray targets);

    /// The parts of a training step; the first is measured.
    default List<Turn> turns() {
        return List.of(new Turn(this::tap, this::loss));
    }

    /// How many answers are right; NaN where that has no meaning.
    double right(float[] answers, float[] truth, int samples);

    /// What people read of the answers: probabilities, or the values themselves.
    NDArray shown(NDArray answers);

    /// The node whose output people see in place of the samples, where the answers are about that.
    default Optional<NodeId> judged() {
        return Optional.empty();
    }

    /// Softmax cross-entropy on logits, by the stable log-softmax; one answer per sample, or one at each time step.
    record Classes(int classes) implements Objective {
        @Override
        public NDArray targets(NDArray samples, ByteBuffer targets) {
            return samples.getManager().create(targets, new Shape(targets.limit() / Float.BYTES, 1), DataType.FLOAT32)
                    .toType(DataType.INT64, false);
        }

        @Override
        public NDArray loss(NDArray answers, NDArray targets) {
            return answers.reshape(-1, classes).logSoftmax(-1).gather(targets, 1).mean().neg();
        }

        /// Where there are several answers per sample, the sum of the samples' shares of right ones.
        @Override
        public double right(float[] answers, float[] truth, int samples) {
            int right = 0;
            for (int i = 0; i < truth.length; i++)
                if (largest(answers, i * classes, classes) == (int) truth[i])
                    right++;
            return (double) right * samples / truth.length;
        }

        @Override
        public NDArray shown(NDArray answers) {
            return answers.softmax(-1);
        }
    }

    /// Mean squared error.
    sealed interface SquaredError extends Objective {
        @Override
        default NDArray loss(NDArray answers, NDArray targets) {
            return answers.sub(targets).square().mean();
        }

        @Override
        default double right(float[] answers, float[] truth, int samples) {
            return Double.NaN;
        }

        @Override
        default NDArray shown(NDArray answers) {
            return answers;
        }
    }

    /// Against values of the data set.
    ///
    /// @param width values per sample
    record Values(int width) implements SquaredError {
        @Override
        public NDArray targets(NDArray samples, ByteBuffer targets) {
            return samples.getManager().create(targets, new Shape(samples.getShape().get(0), width), DataType.FLOAT32);
        }
    }

    /// Against the samples themselves.
    record Reconstruction() implements SquaredError {
        @Override
        public NDArray targets(NDArray samples, ByteBuffer targets) {
            return samples;
        }
    }

    /// Index of the largest of some numbers, counted from the first of them; the first of equals.
    static int largest(float[] numbers, int from, int count) {
        int best = 0;
        for (int i = 1; i < count; i++)
            if (numbers[from + i] > numbers[from + best])
                best = i;
        return best;
    }
}
