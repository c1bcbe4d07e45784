package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.data.Batch;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// What a trained network makes of the validation samples.
final class Validated {

    private Validated() {}

    /// Measures it on all of them, and tells how far that is.
    static Event evaluate(Model opened, Run.World world) {
        int[] samples = opened.split().validation();
        try (Pass pass = new Pass(opened, samples, new Rooms(), world.assembling())) {
            while (!pass.isDone()) {
                pass.advance();
                world.events().accept(new Event.Working("Evaluating", pass.sums().samples() / (double) samples.length));
            }
            return new Event.Evaluated(samples.length, pass.sums().means(), confusion(opened, pass));
        }
    }

    private static int[][] confusion(Model opened, Pass pass) {
        if (!opened.hasClasses())
            return new int[0][];
        int classes = opened.data().info().target().names().size();
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < pass.truth().length; i++)
            counts[pass.truth()[i]][pass.answered()[i]]++;
        return counts;
    }

    /// What every layer gives of the first of them.
    static Event answer(Model opened, int samples) {
        if (samples < 1)
            throw new IllegalArgumentException("Answering needs at least 1 sample, got " + samples);
        int count = Math.min(samples, opened.split().validation().length);
        int[] chosen = new int[count];
        Arrays.setAll(chosen, i -> i);
        Batch batch = opened.validation(opened.room(count), chosen);
        Map<NodeId, Tensor> outputs = new LinkedHashMap<>();
        Network network = opened.network();
        try (NDManager scope = network.manager().newSubManager()) {
            NDArray inputs = network.samples(scope, batch.inputs(), count);
            network.answer(inputs, false, (node, output) -> {
                outputs.put(node, Network.read(output));
                return output;
            });
            return new Event.Answered(network.weights(), network.input(), Network.read(inputs),
                    opened.data().info().target().names(), opened.preparation(), outputs);
        }
    }
}
