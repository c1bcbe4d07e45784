package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamina.compile.Tap;
import org.lamina.graph.NodeId;
import org.lamina.study.Unit;

/// Units within the batches that nodes give: features come last in a row or a sequence, channels first in all else.
final class Channels {

    private Channels() {}

    static int axis(NDArray batch) {
        return batch.getShape().dimension() == 3 ? 2 : 1;
    }

    static int count(NDArray batch) {
        return (int) batch.getShape().get(axis(batch));
    }

    /// Samples×units×places.
    static NDArray rows(NDArray batch) {
        NDArray channelsFirst = axis(batch) == 2 ? batch.transpose(0, 2, 1) : batch;
        return channelsFirst.reshape(batch.getShape().get(0), count(batch), -1);
    }

    /// Lets some units give zeros.
    static Tap without(Set<Unit> off) {
        return (node, output) -> {
            Set<Integer> units = of(node, off);
            return units.isEmpty() ? output : output.mul(mask(output, units));
        };
    }

    private static Set<Integer> of(NodeId node, Set<Unit> units) {
        return units.stream().filter(unit -> unit.node().equals(node)).map(Unit::index).collect(Collectors.toSet());
    }

    private static NDArray mask(NDArray output, Set<Integer> off) {
        float[] kept = new float[count(output)];
        for (int i = 0; i < kept.length; i++)
            kept[i] = off.contains(i) ? 0 : 1;
        long[] sizes = new long[output.getShape().dimension()];
        Arrays.fill(sizes, 1);
        sizes[axis(output)] = kept.length;
        return output.getManager().create(kept, new ai.djl.ndarray.types.Shape(sizes));
    }
}
