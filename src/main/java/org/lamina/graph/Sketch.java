package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// Draws networks in code: each call adds a layer and wires it to the last ones.
public final class Sketch {

    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private String last = "";

    public Sketch(Shape input) {
        Layer source = Catalogue.layers().entries().stream().flatMap(l -> l.giving(input).stream()).findFirst()
                .orElseThrow();
        last = source.card().id() + "-1";
        nodes.add(new Node(last, source));
    }

    /// Begins another branch at a new node that takes no input.
    public Sketch begin(String layer, Map<String, ?> parameters) {
        return after(List.of(), layer, parameters);
    }

    /// Adds a layer after the last one.
    public Sketch then(String layer, Map<String, ?> parameters) {
        return after(List.of(last), layer, parameters);
    }

    public Sketch then(String layer) {
        return then(layer, Map.of());
    }

    /// Adds a layer after these nodes.
    public Sketch after(List<String> sources, String layer, Map<String, ?> parameters) {
        Node node = node(layer, parameters);
        nodes.add(node);
        last = node.id().value();
        for (int port = 0; port < sources.size(); port++)
            wires.add(new Wire(sources.get(port), last, port));
        return this;
    }

    /// Gives the node added last a title.
    public Sketch titled(String title) {
        Node node = nodes.removeLast();
        nodes.add(new Node(node.id(), title, node.layer()));
        return this;
    }

    /// Goes on after a node added before.
    public Sketch from(String node) {
        last = node;
        return this;
    }

    /// The id of the node added last.
    public String last() {
        return last;
    }

    public Graph graph() {
        return Graph.of(nodes, wires);
    }

    private Node node(String layer, Map<String, ?> parameters) {
        long before = nodes.stream().filter(n -> n.layer().card().id().equals(layer)).count();
        return new Node(layer + "-" + (before + 1), Params.with(Catalogue.layers().get(layer), parameters));
    }
}
