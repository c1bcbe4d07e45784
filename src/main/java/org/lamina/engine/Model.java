package org.lamina.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lamina.compile.CompileException;
import org.lamina.data.Batch;
import org.lamina.data.Batches;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Cost;

/// A network together with the data it is for.
record Model(Project project, DeviceInfo device, DataSet data, Split split, Network network,
        Objective objective) implements AutoCloseable {

    /// Bytes of activations, and multiply-adds, of samples that go through together whatever a training step takes.
    private static final long MEMORY = 256_000_000;
    private static final long WORK = 2_000_000_000;

    /// Targets of the validation samples: class index, first value, or the token that follows.
    float[] validationTargets() {
        float[] target = new float[data.info().target().width()];
        float[] first = new float[split.validation().length];
        for (int i = 0; i < first.length; i++) {
            data.target(split.validation()[i], target, 0);
            first[i] = target[shownTarget()];
        }
        return first;
    }

    /// How the numbers that the network takes are made, in words.
    String preparation() {
        return task() == Task.ADVERSARIAL
                ? "Numbers drawn at random. The samples made of them: " + data.preparation()
                : data.preparation();
    }

    Task task() {
        return project.plan().task();
    }

    /// Which number of a target people see.
    int shownTarget() {
        return task() == Task.NEXT_TOKEN ? data.info().target().width() - 1 : 0;
    }

    /// Whether each answer is one class.
    boolean hasClasses() {
        return task() == Task.CLASSIFICATION;
    }

    /// What people read on a node.
    String label(NodeId node) {
        return project.graph().expanded().node(node).map(Node::label).orElse(node.value());
    }

    /// Whether there is a validation sample with this index.
    boolean isValidation(int index) {
        return index >= 0 && index < split.validation().length;
    }

    /// How many samples go through the network together where nothing is learnt. Many at once are fast, but of a large
    /// network no more than a training step takes.
    int atOnce(int most) {
        return atOnce(most, network.cost(), project.plan().batchSize());
    }

    /// @param one what a sample takes
    /// @param batch samples of a training step
    static int atOnce(int most, Cost one, int batch) {
        long few = Math.min(MEMORY / Math.max(1, one.activationBytes()), WORK / Math.max(1, one.multiplyAdds()));
        return Math.clamp(few, Math.min(most, batch), most);
    }

    Batch room(int samples) {
        return new Batch(data.info(), samples);
    }

    /// Some validation samples as one batch.
    ///
    /// @param room takes them
    /// @param chosen indices into the validation samples, at least one
    Batch validation(Batch room, int... chosen) {
        int[] samples = Arrays.stream(chosen).map(i -> split.validation()[i]).toArray();
        Batches.inOrder(data, samples, samples.length).fill(0, room);
        return room;
    }

    static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.limit() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /// The same with a network of its own, whose weights are zeros.
    Model twin() throws CompileException {
        return new Model(project, device, data, split, network.twin(), objective);
    }

    @Override
    public void close() {
        network.close();
    }
}
