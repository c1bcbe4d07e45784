package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Explaining;
import org.lamina.spec.Numbers;
import org.lamina.spec.Working;
import org.lamina.study.Arithmetic;
import org.lamina.study.Picture;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Reads the numbers that a layer computed with, and has the layer explain one of its answers.
final class Workings {

    /// Samples of a batch where a layer's answer depends on it.
    private static final int BATCH = 16;

    private Workings() {}

    static Arithmetic.Found arithmetic(Arithmetic question, Subject subject) throws Unanswerable {
        Node node = subject.graph().node(question.node())
                .orElseThrow(() -> new Unanswerable(
                        "This layer is not in the network that was trained: train the network on the canvas"));
        boolean training = question.training() && node.layer() instanceof Explaining layer && layer.isTwofold();
        try (NDManager scope = subject.manager().newSubManager()) {
            Map<NodeId, NDArray> given = new HashMap<>();
            subject.answer(subject.samples(scope, batch(question.picture(), training, subject)), false,
                    (id, output) -> {
                        given.put(id, output);
                        return output;
                    });
            NDArray answer = given.get(node.id());
            if (answer == null)
                throw new Unanswerable("This layer leads to no output, so nothing is computed: wire it to one");
            List<NDArray> arriving = sources(subject.graph(), node.id()).stream().map(given::get).toList();
            return found(question, subject, node, arriving,
                    training ? subject.alone(node.id(), arriving) : answer, training);
        }
    }

    private static List<Picture> batch(Picture picture, boolean training, Subject subject) {
        List<Picture> batch = new ArrayList<>(List.of(picture));
        int samples = subject.split().validation().length;
        int after = picture instanceof Picture.Validation(int index) ? index + 1 : 0;
        for (int i = 0; training && i < Math.min(BATCH - 1, samples); i++)
            batch.add(new Picture.Validation((after + i) % samples));
        return batch;
    }

    private static List<NodeId> sources(Graph graph, NodeId node) {
        return graph.sources(node).stream().map(source -> source.orElseThrow()).toList();
    }

    private static Arithmetic.Found found(Arithmetic question, Subject subject, Node node, List<NDArray> arriving,
            NDArray answer, boolean training) {
        Tensor output = first(subject, answer);
        int cell = Math.clamp(question.cell(), 0, output.values().length - 1);
        List<Tensor> inputs = arriving.stream().map(array -> first(subject, array)).toList();
        return new Arithmetic.Found(inputs, output, cell, working(subject, node, arriving, cell, training));
    }

    private static @Nullable Working working(Subject subject, Node node, List<NDArray> arriving, int cell,
            boolean training) {
        if (!(node.layer() instanceof Explaining layer))
            return null;
        Inference inference = Inference.of(subject.graph(), null);
        List<Shape> shapes = sources(subject.graph(), node.id()).stream()
                .map(source -> inference.shape(source).orElseThrow()).toList();
        List<Tensor> batches = arriving.stream().map(subject::read).toList();
        return layer.working(new Numbers(shapes, batches, weights(subject, node.id()), cell, training));
    }

    private static Map<String, Tensor> weights(Subject subject, NodeId node) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        String before = node + ".";
        subject.weights().forEach((name, array) -> {
            if (name.startsWith(before))
                weights.put(name.substring(before.length()), subject.read(array));
        });
        return weights;
    }

    private static Tensor first(Subject subject, NDArray batch) {
        return subject.readOne(batch.get(new NDIndex("0:1")));
    }
}
