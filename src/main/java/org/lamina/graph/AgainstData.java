package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Problem.Severity;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.spec.Role;
import org.lamina.tensor.Shape;

/// What is wrong between a network and its data set: the ends of the network against the set's samples and answers.
record AgainstData(Graph graph, Expected data) {

    /// @param shape that leaves the node
    List<Problem> problems(Node node, Shape shape) {
        List<Problem> found = new ArrayList<>();
        if (node.layer().role() == Role.SOURCE && !shape.equals(data.input()))
            found.add(wrongSource(node, shape));
        if (node.layer().role() == Role.SINK && !shape.equals(data.output()))
            found.add(wrongAnswer(node, shape));
        if (node.layer().role() == Role.SINK)
            squashedTwice(node).ifPresent(found::add);
        return found;
    }

    private static Problem error(Node node, @Nullable String parameter, String message, List<Fix> fixes) {
        return new Problem(node.id(), parameter, Severity.ERROR, message, fixes);
    }

    private Problem wrongSource(Node source, Shape shape) {
        boolean settable = source.layer().giving(data.input()).isPresent();
        String message = "the data set gives %s, this %s expects %s: ".formatted(data.input(), source.layer().card()
                .title(), shape);
        return error(source, null, message + (settable ? "give it the shape of the data"
                : "put the layer in its place that takes such data"), sourceFor(source).stream().toList());
    }

    /// The source itself with the data's shape, or else a source of another kind in its place.
    private Optional<Fix> sourceFor(Node source) {
        Stream<Layer> kinds = Stream.concat(Stream.of(source.layer()), Catalogue.layers().entries().stream());
        return kinds.flatMap(layer -> layer.giving(data.input()).stream()).findFirst().map(layer -> new Fix(
                layer.getClass() == source.layer().getClass()
                        ? "Set shape of %s to %s".formatted(source.label(), data.input())
                        : "Replace %s by %s".formatted(source.label(), layer.card().title()),
                List.of(new Edit.Put(new Node(source.id(), source.title(), layer)))));
    }

    private Problem wrongAnswer(Node output, Shape shape) {
        String message = asked() + ", the network answers with %s: ".formatted(shape);
        if (isWrongInNumberOnly(shape))
            return wrongNumber(output, shape, needed(), message);
        if (shape.elements() == data.output().elements())
            return error(output, null, message + "put a Reshape before the Output", List.of(insert(
                    "Insert Reshape to " + data.output(), output, reshape())));
        if (data.goal() == Goal.SAMPLE)
            return wrongSample(output, shape, message);
        if (!data.output().isVector())
            return error(output, null, message + "end with %s, a Dense layer of %d units on a sequence".formatted(
                    data.output(), needed()), List.of());
        return error(output, null, message + "flatten it and end with a Dense layer of %d units".formatted(needed()),
                List.of(insert("Insert Flatten and Dense of " + needed() + " units", output, flatten(),
                        dense(needed()))));
    }

    /// The data set and the task in words.
    private String asked() {
        String each = data.output().isSequence() ? " at each of %d time steps".formatted(data.output().size(0)) : "";
        if (data.isOneNumberForTwoClasses())
            return "binary cross-entropy tells two classes apart by 1 number";
        return switch (data.goal()) {
            case CLASSES -> "the data set has " + needed() + " classes" + each;
            case VALUES -> "the data set has " + (needed() == 1 ? "1 value" : needed() + " values") + each;
            case SAMPLE -> "the samples to give back are " + data.output();
            case VERDICT -> "a verdict on a sample is 1 number";
        };
    }

    /// Channels or features of an answer.
    private int needed() {
        return data.output().channels();
    }

    /// Whether all sizes but the channels are right.
    private boolean isWrongInNumberOnly(Shape shape) {
        int channels = data.output().channelAxis();
        return shape.rank() == data.output().rank() && shape.channelAxis() == channels
                && shape.with(channels, needed()).equals(data.output());
    }

    private Problem wrongNumber(Node output, Shape shape, int needed, String message) {
        Optional<Sizer> sizer = sizer(output.id(), shape.channels());
        if (sizer.isPresent())
            return error(output, null,
                    message + "give the last layer %s".formatted(needed == 1 ? "1 output" : needed + " outputs")
                            + orOtherLoss(shape),
                    List.of(set(sizer.get().node(), sizer.get().parameter(), needed)));
        if (shape.rank() > 2)
            return error(output, null, message + "end with a convolution of %d filters".formatted(needed),
                    shape.isImage() ? List.of(insert("Insert 1×1 convolution", output, convolution(needed)))
                            : List.of());
        return error(output, null, message + "end with a Dense layer of %d units".formatted(needed),
                List.of(insert("Insert Dense of " + needed + " units", output, dense(needed))));
    }

    /// A network with one number for two classes may be meant.
    private String orOtherLoss(Shape shape) {
        return data.goal() == Goal.CLASSES && data.output().equals(Shape.vector(2)) && shape.equals(Shape.vector(1))
                ? ", or set the loss of the training plan to binary cross-entropy"
                : "";
    }

    private Problem wrongSample(Node output, Shape shape, String message) {
        int numbers = (int) data.output().elements();
        List<Layer> ending = new ArrayList<>();
        if (!shape.isVector())
            ending.add(flatten());
        ending.add(dense(numbers));
        if (!data.output().isVector())
            ending.add(reshape());
        return error(output, null, message + "end with a Dense layer of %d units and a Reshape".formatted(numbers),
                List.of(insert("Insert Dense of " + numbers + " units", output, ending.toArray(Layer[]::new))));
    }

    private Fix insert(String label, Node output, Layer... layers) {
        return new Fix(label, Splice.into(graph, end(output), layers));
    }

    private Layer reshape() {
        return Params.with(Catalogue.layers().get("reshape"), "shape", data.output());
    }

    private static Layer flatten() {
        return Catalogue.layers().get("flatten");
    }

    private static Layer convolution(int filters) {
        return Params.with(Catalogue.layers().get("conv-2d"), Map.of("filters", filters, "kernel", 1, "padding", 0));
    }

    private Wire end(Node output) {
        return graph.incoming(output.id(), 0).orElseThrow();
    }

    private static Layer dense(int units) {
        return Params.with(Catalogue.layers().get("dense"), "units", units);
    }

    private Fix set(NodeId node, String parameter, Object value) {
        String owner = graph.node(node).orElseThrow().label();
        return new Fix("Set %s of %s to %s".formatted(parameter, owner, value),
                List.of(new Edit.SetParameter(node, parameter, value)));
    }

    private record Sizer(NodeId node, String parameter) {}

    /// The layer upstream whose parameter sets the number of outputs: walks back over single inputs.
    private Optional<Sizer> sizer(NodeId from, int size) {
        Optional<Wire> wire = graph.incoming(from, 0);
        while (wire.isPresent()) {
            Node node = graph.node(wire.get().from()).orElseThrow();
            for (Param param : Params.in(node.layer()))
                if ((param.name().equals("units") || param.name().equals("filters"))
                        && Params.get(node.layer(), param.name()).equals(size))
                    return Optional.of(new Sizer(node.id(), param.name()));
            wire = node.layer().ports().max() == 1 ? graph.incoming(node.id(), 0) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Problem> squashedTwice(Node output) {
        return graph.answering(output.id())
                .filter(n -> data.squash().isAlso(n.layer().card().id()))
                .map(layer -> new Problem(layer.id(), null, Severity.WARNING,
                        "the loss applies %s itself, so this one makes training slow: remove it before the Output"
                                .formatted(data.squash().name().toLowerCase(Locale.ROOT)),
                        List.of(new Fix("Remove " + layer.layer().card().title(), Splice.out(graph, layer.id())))));
    }
}
