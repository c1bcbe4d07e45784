package org.lamina.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lamina.data.Batch;
import org.lamina.data.Batches;
import org.lamina.data.DataSet;
import org.lamina.data.Split;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.project.Project;

/// A network together with the data it is for.
record Model(Project project, DeviceInfo device, DataSet data, Split split, Network network,
        Objective objective) implements AutoCloseable {

    /// Targets of the validation samples: class index or first value.
    float[] validationTargets() {
        float[] target = new float[data.info().target().width()];
        float[] first = new float[split.validation().length];
        for (int i = 0; i < first.length; i++) {
            data.target(split.validation()[i], target, 0);
            first[i] = target[0];
        }
        return first;
    }

    /// What people read on a node.
    String label(NodeId node) {
        return project.graph().node(node).map(Node::label).orElse(node.value());
    }

    /// Some validation samples as one batch.
    ///
    /// @param chosen indices into the validation samples; those out of range are left out
    Batch validation(int... chosen) {
        int[] samples = Arrays.stream(chosen).filter(i -> i >= 0 && i < split.validation().length)
                .map(i -> split.validation()[i]).toArray();
        Batches batches = Batches.inOrder(data, samples, Math.max(1, samples.length));
        Batch batch = batches.room();
        if (samples.length > 0)
            batches.fill(0, batch);
        return batch;
    }

    static float[] floats(ByteBuffer bytes) {
        float[] values = new float[bytes.limit() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        network.close();
    }
}
