package org.lamina.export.onnx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lamina.export.ExportException;
import org.lamina.export.Trained;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// A trained network as an ONNX model: the layers that lead to an output, with their weights. Immutable.
public final class OnnxModel {
    /// Protocol Buffers end there.
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    /// The result of one layer in the file.
    private record Value(Node node, String name, Shape shape) {
        Role role() {
            return node.layer().role();
        }
    }

    private final Trained network;
    private final Inference inference;
    private final Map<NodeId, Value> values = new LinkedHashMap<>();
    private final List<Proto> operators = new ArrayList<>();
    private final List<Proto> initializers = new ArrayList<>();

    /// @throws ExportException where a layer on the way to an output cannot be written
    public OnnxModel(Trained network) throws ExportException {
        this.network = network;
        inference = network.inference();
        requireSize();
        List<Node> leading = leading();
        Names names = new Names();
        for (Node node : leading)
            values.put(node.id(), new Value(node, names.name(node), shape(node)));
        Map<NodeId, Map<String, Tensor>> weights = weightsByLayer();
        for (Value value : values.values())
            if (!value.role().beginsNetwork())
                add(value, weights.getOrDefault(value.node().id(), Map.of()));
    }

    /// The name of a layer's result in the file.
    public String name(NodeId layer) {
        return value(layer).name();
    }

    /// A layer for people: what they read on the node, and its name in the file.
    String title(NodeId layer) {
        return value(layer).node().label() + " (" + name(layer) + ")";
    }

    /// The layers whose answers the file gives.
    public List<NodeId> outputs() {
        return network.answering();
    }

    /// The layers that compute something, in topological order.
    List<NodeId> computing() {
        return values.values().stream().filter(v -> !v.role().beginsNetwork()).map(v -> v.node().id()).toList();
    }

    /// What the file is given for the samples of the proof, by the name of the input.
    Map<String, Tensor> inputs() throws ExportException {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (Value value : values.values())
            if (value.role().beginsNetwork())
                inputs.put(value.name(), network.answer(value.node().id()));
        return inputs;
    }

    public void write(Path file) throws IOException {
        write(file, outputs());
    }

    /// A variant of the model that gives the answers of these layers.
    void write(Path file, List<NodeId> answering) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            message(answering).writeTo(out);
        }
    }

    private Proto message(List<NodeId> answering) {
        List<Proto> inputs = new ArrayList<>();
        List<Proto> within = new ArrayList<>();
        for (Value value : values.values())
            if (value.role().beginsNetwork())
                inputs.add(info(value));
            else if (!answering.contains(value.node().id()))
                within.add(info(value));
        List<Proto> outputs = answering.stream().map(id -> info(value(id))).toList();
        Proto graph = Onnx.graph(network.name(), operators, initializers, inputs, outputs, within);
        return Onnx.model(graph, Notes.version(), Notes.description(network), Notes.metadata(network));
    }

    private Proto info(Value value) {
        boolean picture = value.role() == Role.SOURCE && value.shape().isImage();
        return Onnx.value(value.name(), value.shape(), Notes.value(value.node(), value.shape(), network),
                picture ? "IMAGE" : "");
    }

    private void add(Value value, Map<String, Tensor> weights) throws ExportException {
        Node node = value.node();
        List<Value> arriving = network.graph().sources(node.id()).stream().map(s -> value(s.orElseThrow())).toList();
        LayerSink sink = new LayerSink(value.name(), arriving.stream().map(Value::shape).toList(),
                arriving.stream().map(Value::name).toList(), value.shape(), weights);
        try {
            node.layer().onnx(sink);
        } catch (IllegalArgumentException e) {
            throw new ExportException(node.label() + " cannot be written as ONNX: it " + e.getMessage(), e);
        }
        operators.addAll(sink.nodes());
        initializers.addAll(sink.initializers());
    }

    private Value value(NodeId layer) {
        return Objects.requireNonNull(values.get(layer), () -> layer + " leads to no output");
    }

    private Shape shape(Node node) throws ExportException {
        Optional<Shape> shape = inference.shape(node.id());
        String problem = inference.problems().stream().findFirst().map(p -> ": " + p.message()).orElse("");
        return shape.orElseThrow(() -> new ExportException(
                "needs a network without problems, but the shape after " + node.label() + " is unknown" + problem));
    }

    /// Sources before what depends on them; layers that lead to no output are left out.
    private List<Node> leading() throws ExportException {
        Graph graph = network.graph();
        List<NodeId> outputs = outputs();
        if (outputs.isEmpty())
            throw new ExportException("needs an output, but no layer hands its answer on: add an Output layer");
        Set<NodeId> needed = graph.upstream(outputs);
        return graph.order().stream().filter(n -> needed.contains(n.id())).toList();
    }

    private void requireSize() throws ExportException {
        long bytes = network.weights().values().stream().mapToLong(t -> (long) t.values().length * Float.BYTES).sum();
        if (bytes > MOST_BYTES / 10 * 9)
            throw new ExportException(
                    "an ONNX file holds at most 2 GB, but the weights take %.1f GB".formatted(bytes / 1e9)
                            + ": export the weights as safetensors instead");
    }

    private Map<NodeId, Map<String, Tensor>> weightsByLayer() {
        Map<NodeId, Map<String, Tensor>> byLayer = new HashMap<>();
        network.weights().forEach((key, tensor) -> {
            int point = key.indexOf('.');
            byLayer.computeIfAbsent(new NodeId(key.substring(0, point)), _ -> new HashMap<>())
                    .put(key.substring(point + 1), tensor);
        });
        return byLayer;
    }
}
