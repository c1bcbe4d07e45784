package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.lamina.compile.Tap;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.graph.Expected;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.study.Health;
import org.lamina.study.Picture;
import org.lamina.tensor.Tensor;

/// The network in hand and its data, as a study sees them. A study changes nothing of it that it does not put back.
public interface Subject {

    /// The network without blocks.
    Graph graph();

    Task task();

    /// What the data set and the plan ask of the network.
    Expected expected();

    DataSet data();

    Split split();

    /// What was gathered of the network's units while it learnt; the same one as long as the budget is the same.
    ///
    /// @param budget bytes
    /// @throws Unanswerable where the network does not look at pictures
    Gallery gallery(long budget) throws Unanswerable;

    /// Gives up what was gathered: nobody looks at it any more, or it is of another network.
    void forget();

    /// What linear probes of layers came to last, so that the next begin there.
    Map<NodeId, Tensor> probes();

    /// The network of another run, shown the same samples; to be closed.
    ///
    /// @param folder of the run
    /// @throws Unanswerable where it left no weights, or its network takes other samples
    Opened run(Path folder) throws Unanswerable;

    /// A network that a study opened beside the one in hand.
    interface Opened extends Subject, AutoCloseable {
        @Override
        void close();
    }

    /// Parent of the managers that a study opens for itself and closes.
    NDManager manager();

    /// Some samples as the network takes them: a batch, images channels first.
    ///
    /// @throws Unanswerable where a sample does not exist or does not fit
    NDArray samples(NDManager scope, List<? extends Picture> pictures) throws Unanswerable;

    /// The first validation samples, and what the network learns of them.
    ///
    /// @param most samples
    /// @throws Unanswerable where there are none
    Lesson lesson(NDManager scope, int most) throws Unanswerable;

    /// How far the weights went in the last step that was measured, by node; empty before there is one.
    Map<NodeId, Health.Movement> movements();

    /// The class of a sample of the data set.
    default int category(int sample) {
        float[] target = new float[data().info().target().width()];
        data().target(sample, target, 0);
        return (int) target[0];
    }

    /// Samples from numbers as the network takes them.
    NDArray array(NDManager scope, Tensor channelsFirst);

    /// The network's first output: of a classifier the logits.
    ///
    /// @param training whether layers behave as while training: batch norm by its batch, dropout drops
    /// @param tap sees what every node gives
    NDArray answer(NDArray samples, boolean training, Tap tap);

    /// What one node answers by itself, as while training. What it remembers of it is put back.
    ///
    /// @param arriving batches, by port
    NDArray alone(NodeId node, List<NDArray> arriving);

    /// Answers as people read them: of a classifier the probabilities.
    NDArray shown(NDArray answers);

    /// Everything that a weights file keeps, by `node.parameter`; not to be closed.
    SequencedMap<String, NDArray> weights();

    /// Gradients of a number with respect to some arrays, as large as they are. The weights get none.
    ///
    /// @param leaves what `number` is computed from: made without recording, or while `number` is computed, where they
    ///     ask for a gradient themselves
    /// @param number computes one number, or the sum of one number per sample, and is recorded
    List<NDArray> gradients(List<NDArray> leaves, Supplier<NDArray> number);

    /// The numbers of an array.
    Tensor read(NDArray array);

    /// The numbers of a batch of one, without the batch axis.
    Tensor readOne(NDArray batch);
}
