package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamina.graph.BlockInput;
import org.lamina.graph.BlockOutput;
import org.lamina.graph.Definition;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;

/// Makes a network of the lists `nodes` and `wires`: a project's, or those inside a block.
final class NetworkReader {
    private static final int MOST_NODES = 2_000;
    private static final int MOST_WIRES = 8_000;
    private static final double FARTHEST = 1e6;
    private static final Map<String, Layer> PORTS = Map.of("block-input", new BlockInput(), "block-output",
            new BlockOutput());

    /// Under this id, a block's weights would be taken for the optimizer's state in the file that keeps both.
    private static final String RESERVED = "optimizer";

    /// Knows the blocks of the file.
    interface Blocks {
        Definition get(String name, String place) throws ProjectException;
    }

    /// @param places of those nodes that have one
    record Network(Graph graph, Map<NodeId, Point> places) {}

    private final Reading reading;
    private final Blocks blocks;
    private final String around;

    /// @param around place in the file, for messages; empty for the project itself
    NetworkReader(Reading reading, Blocks blocks, String around) {
        this.reading = reading;
        this.blocks = blocks;
        this.around = Reading.inside(around);
    }

    Network read(ObjectNode tree) throws ProjectException {
        String place = around.isEmpty() ? "" : around.substring(0, around.length() - 2);
        Map<NodeId, Point> places = new LinkedHashMap<>();
        List<Node> nodes = nodes(Reading.list(tree, "nodes", place, MOST_NODES), places);
        return new Network(wired(Graph.of(nodes, List.of()), Reading.list(tree, "wires", place, MOST_WIRES)), places);
    }

    private List<Node> nodes(JsonNode list, Map<NodeId, Point> places) throws ProjectException {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            String place = around + "nodes[" + nodes.size() + "]";
            ObjectNode tree = Reading.object(entry, place);
            Node node = node(tree, place);
            if (nodes.put(node.id(), node) != null)
                throw new ProjectException(place + ": the id " + node.id() + " is taken; give each node its own");
            place(tree.path("at"), place + " " + node.id()).ifPresent(p -> places.put(node.id(), p));
        }
        return List.copyOf(nodes.values());
    }

    private Node node(ObjectNode tree, String place) throws ProjectException {
        NodeId id = Reading.id(tree, "id", place);
        String named = place + " " + id;
        String title = tree.has("title") ? Reading.text(tree, "title", named) : "";
        boolean isUse = Use.ID.equals(tree.path("layer").textValue());
        reading.reportUnknown(tree, isUse ? Set.of("id", "layer", "block", "title", "at", "parameters")
                : Set.of("id", "layer", "title", "at", "parameters"), named + ": ");
        if (isUse && id.value().equals(RESERVED))
            throw new ProjectException(named + ": no block can have this id; give it another one");
        return new Node(id, title, isUse ? use(tree, named) : layer(tree, named));
    }

    private Layer layer(ObjectNode tree, String place) throws ProjectException {
        Layer port = PORTS.get(Reading.text(tree, "layer", place));
        return port == null ? reading.entry(Catalogue.layers(), "layer", tree, "layer", place) : port;
    }

    private Use use(ObjectNode tree, String place) throws ProjectException {
        Use use = new Use(blocks.get(Reading.text(tree, "block", place), place));
        return reading.parameters(use, Reading.object(tree, "parameters", place), place);
    }

    private Optional<Point> place(JsonNode at, String place) {
        if (at.isMissingNode())
            return Optional.empty();
        if (at.size() == 2 && onMap(at.path(0)) && onMap(at.path(1)))
            return Optional.of(new Point(at.path(0).doubleValue(), at.path(1).doubleValue()));
        reading.warn(place + ": its place on the canvas needs two numbers within ±1000000; it gets a new place");
        return Optional.empty();
    }

    private static boolean onMap(JsonNode number) {
        return number.isNumber() && Math.abs(number.doubleValue()) <= FARTHEST;
    }

    private Graph wired(Graph nodes, JsonNode list) throws ProjectException {
        Graph graph = nodes;
        int index = 0;
        for (JsonNode entry : list) {
            String place = around + "wires[" + index++ + "]";
            ObjectNode tree = Reading.object(entry, place);
            reading.reportUnknown(tree, Set.of("from", "to", "port"), place + ": ");
            Wire wire = new Wire(Reading.id(tree, "from", place), Reading.id(tree, "to", place), port(tree, place));
            Optional<String> refusal = refusal(graph, wire);
            if (refusal.isEmpty())
                graph = graph.apply(new Edit.Connect(wire));
            else
                reading.warn("%s: the wire from %s to %s was left out: %s".formatted(place, wire.from(), wire.to(),
                        refusal.get()));
        }
        return graph;
    }

    private static Optional<String> refusal(Graph graph, Wire wire) {
        for (NodeId end : List.of(wire.from(), wire.to()))
            if (!graph.contains(end))
                return Optional.of("there is no node " + end);
        return graph.incoming(wire.to(), wire.port()).isPresent()
                ? Optional.of("input " + (wire.port() + 1) + " has a wire already")
                : graph.refusal(wire);
    }

    private static int port(ObjectNode tree, String place) throws ProjectException {
        JsonNode port = tree.path("port");
        if (port.isMissingNode())
            return 0;
        if (!port.isIntegralNumber() || !port.canConvertToInt())
            throw new ProjectException(place + ": port: needs a whole number, got " + Excerpt.of(port));
        return port.intValue();
    }
}
