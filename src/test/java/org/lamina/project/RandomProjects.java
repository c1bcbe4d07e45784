package org.lamina.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lamina.data.Augmentation;
import org.lamina.data.DataSource;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Param;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;

/// Projects of any layers and settings the catalogues offer, the same for the same seed.
final class RandomProjects {
    private static final List<String> TEXTS = List.of("", "a title", "\"quoted\" \\ back", "漢字 😀", "two\nlines\n",
            "\t\u0001\u007f\u2028", "{\"format\": 1}");

    private static final Catalogue<DataSource> SOURCES = Catalogue.of(DataSource.class);

    private final Random random;

    private RandomProjects(long seed) {
        random = new Random(seed);
    }

    static Project of(long seed) {
        return new RandomProjects(seed).project(12);
    }

    static Project of(long seed, int nodes) {
        return new RandomProjects(seed).project(nodes);
    }

    private Project project(int mostNodes) {
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, Point> places = new LinkedHashMap<>();
        for (int i = random.nextInt(mostNodes + 1); i > 0; i--) {
            Node node = new Node(new NodeId("n" + i), any(TEXTS), changed(any(Catalogue.layers().entries())));
            nodes.add(node);
            if (random.nextInt(4) > 0)
                places.put(node.id(), new Point(random.nextInt(2000), random.nextDouble() * 100 - 50));
        }
        return new Project(any(TEXTS), wired(Graph.of(nodes, List.of())), new Layout(places),
                changed(any(SOURCES.entries())), changed(Augmentation.NONE), changed(new Plan()));
    }

    private Graph wired(Graph nodes) {
        Graph graph = nodes;
        List<NodeId> ids = nodes.nodes().stream().map(Node::id).toList();
        for (int i = 0; i < 2 * ids.size(); i++) {
            Wire wire = new Wire(any(ids), any(ids), random.nextInt(3));
            if (graph.refusal(wire).isEmpty())
                graph = graph.apply(new Edit.Connect(wire));
        }
        return graph;
    }

    private <T> T changed(T entry) {
        Map<String, Object> changes = new HashMap<>();
        for (Param param : Params.of(entry.getClass()))
            if (random.nextBoolean())
                changes.put(param.name(), value(param));
        return Params.with(entry, changes);
    }

    private Object value(Param param) {
        if (param.type() == int.class)
            return random.nextInt();
        if (param.type() == double.class)
            return Double.longBitsToDouble(random.nextLong() & 0xBFEF_FFFF_FFFF_FFFFL);
        if (param.type() == boolean.class)
            return random.nextBoolean();
        if (param.type() == Shape.class)
            return Shape.ofSizes(random.ints(1 + random.nextInt(4), 1, Integer.MAX_VALUE).toArray());
        return param.type().isEnum() ? any(List.of(param.type().getEnumConstants())) : any(TEXTS);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// A small classifier that can be trained.
    static Project trainable() {
        Graph graph = Graph.of(
                List.of(new Node("input", layer("input", Map.of("shape", Shape.image(1, 28, 28)))),
                        new Node("flatten", layer("flatten", Map.of())),
                        new Node("dense", layer("dense", Map.of("units", 10))),
                        new Node("output", layer("output", Map.of()))),
                List.of(new Wire("input", "flatten"), new Wire("flatten", "dense"), new Wire("dense", "output")));
        Layout layout = new Layout(Map.of(new NodeId("input"), new Point(40, 80.5)));
        return new Project("Two lines\nof notes", graph, layout,
                SOURCES.get("digits"), new Plan());
    }

    private static Layer layer(String id, Map<String, Object> parameters) {
        return Params.with(Catalogue.layers().get(id), parameters);
    }
}
