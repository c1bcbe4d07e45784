package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.lamina.data.Augmentation;
import org.lamina.data.DataSource;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Param;
import org.lamina.spec.Params;

/// Makes a project of a file's tree. What cannot be understood is refused; what can be left out without guessing (an
/// unknown parameter, a wire that cannot be, a place off the map) is left out and reported.
final class ProjectReader {
    static final String FORMAT = "lamina";
    private static final int MOST_NODES = 2_000;
    private static final int MOST_WIRES = 8_000;
    private static final double FARTHEST = 1e6;

    private static final Catalogue<DataSource> SOURCES = Catalogue.of(DataSource.class);

    private final List<String> warnings = new ArrayList<>();

    private ProjectReader() {}

    static Opened read(JsonNode file, Migrations migrations) throws ProjectException {
        if (!(file instanceof ObjectNode tree) || !FORMAT.equals(file.path("format").textValue()))
            throw new ProjectException(
                    "is not a Lamina project: needs a JSON object with \"format\": \"" + FORMAT + "\"");
        ProjectReader reader = new ProjectReader();
        return new Opened(reader.project(migrations.present(tree)), reader.warnings);
    }

    private Project project(ObjectNode tree) throws ProjectException {
        reportUnknown(tree, Set.of("format", "version", "notes", "data", "augmentation", "plan", "nodes", "wires"), "");
        Map<NodeId, Point> places = new LinkedHashMap<>();
        List<Node> nodes = nodes(list(tree, "nodes", MOST_NODES), places);
        Graph graph = wired(Graph.of(nodes, List.of()), list(tree, "wires", MOST_WIRES));
        return new Project(notes(tree), graph, new Layout(places), data(object(tree, "data", "")), augmentation(tree),
                parameters(new Plan(), object(tree, "plan", ""), "plan"));
    }

    private static String notes(ObjectNode tree) throws ProjectException {
        StringJoiner lines = new StringJoiner("\n");
        for (JsonNode line : list(tree, "notes", Integer.MAX_VALUE)) {
            if (!line.isTextual())
                throw new ProjectException("notes: needs lines of text, got " + Excerpt.of(line));
            lines.add(line.textValue());
        }
        return lines.toString();
    }

    private DataSource data(ObjectNode tree) throws ProjectException {
        reportUnknown(tree, Set.of("source", "parameters"), "data: ");
        return entry(SOURCES, "data set", tree, "source", "data");
    }

    /// A file need not mention it where samples are trained on as they are.
    private Augmentation augmentation(ObjectNode tree) throws ProjectException {
        return tree.has("augmentation")
                ? parameters(Augmentation.NONE, object(tree, "augmentation", ""), "augmentation")
                : Augmentation.NONE;
    }

    private List<Node> nodes(JsonNode list, Map<NodeId, Point> places) throws ProjectException {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            String place = "nodes[" + nodes.size() + "]";
            if (!(entry instanceof ObjectNode tree))
                throw new ProjectException(place + ": needs an object, got " + Excerpt.of(entry));
            Node node = node(tree, place);
            if (nodes.put(node.id(), node) != null)
                throw new ProjectException(place + ": the id " + node.id() + " is taken; give each node its own");
            place(tree.path("at"), place + " " + node.id()).ifPresent(p -> places.put(node.id(), p));
        }
        return List.copyOf(nodes.values());
    }

    private Node node(ObjectNode tree, String place) throws ProjectException {
        NodeId id = id(tree, "id", place);
        String named = place + " " + id;
        reportUnknown(tree, Set.of("id", "layer", "title", "at", "parameters"), named + ": ");
        String title = tree.has("title") ? text(tree, "title", named) : "";
        return new Node(id, title, entry(Catalogue.layers(), "layer", tree, "layer", named));
    }

    private Optional<Point> place(JsonNode at, String place) {
        if (at.isMissingNode())
            return Optional.empty();
        if (at.size() == 2 && onMap(at.path(0)) && onMap(at.path(1)))
            return Optional.of(new Point(at.path(0).doubleValue(), at.path(1).doubleValue()));
        warnings.add(place + ": its place on the canvas needs two numbers within ±1000000; it gets a new place");
        return Optional.empty();
    }

    private static boolean onMap(JsonNode number) {
        return number.isNumber() && Math.abs(number.doubleValue()) <= FARTHEST;
    }

    private Graph wired(Graph nodes, JsonNode list) throws ProjectException {
        Graph graph = nodes;
        int index = 0;
        for (JsonNode entry : list) {
            String place = "wires[" + index++ + "]";
            if (!(entry instanceof ObjectNode tree))
                throw new ProjectException(place + ": needs an object, got " + Excerpt.of(entry));
            reportUnknown(tree, Set.of("from", "to", "port"), place + ": ");
            Wire wire = new Wire(id(tree, "from", place), id(tree, "to", place), port(tree, place));
            Optional<String> refusal = refusal(graph, wire);
            if (refusal.isEmpty())
                graph = graph.apply(new Edit.Connect(wire));
            else
                warnings.add("%s: the wire from %s to %s was left out: %s".formatted(place, wire.from(), wire.to(),
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

    /// An entry of a catalogue with its parameters.
    private <T> T entry(Catalogue<T> catalogue, String kind, ObjectNode tree, String key, String place)
            throws ProjectException {
        String id = text(tree, key, place);
        Optional<T> found = catalogue.find(id);
        if (found.isEmpty())
            throw new ProjectException("%s: there is no %s '%s' in this Lamina; the file may come from a newer one"
                    .formatted(place, kind, Excerpt.of(id)));
        return parameters(found.get(), object(tree, "parameters", place), place);
    }

    private <T> T parameters(T defaults, ObjectNode tree, String place) throws ProjectException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            Param param = Params.find(defaults.getClass(), field.getKey());
            if (param == null)
                warnings.add("%s: there is no parameter '%s'; it was left out".formatted(place,
                        Excerpt.of(field.getKey())));
            else if (values.put(param.name(), value(param, field.getValue(), place)) != null)
                throw new ProjectException("%s: the parameter %s is given twice".formatted(place, param.name()));
        }
        try {
            return Params.with(defaults, values);
        } catch (IllegalArgumentException e) {
            throw new ProjectException(place + ": " + Excerpt.sentence(e), e);
        }
    }

    private static Object value(Param param, JsonNode given, String place) throws ProjectException {
        try {
            return Params.convert(param, scalar(given));
        } catch (IllegalArgumentException e) {
            throw new ProjectException("%s: parameter %s: %s".formatted(place, param.name(), Excerpt.sentence(e)), e);
        }
    }

    private static Object scalar(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> throw new IllegalArgumentException("needs a single value, got " + Excerpt.of(node));
        };
    }

    private void reportUnknown(ObjectNode tree, Set<String> known, String place) {
        for (Map.Entry<String, JsonNode> field : tree.properties())
            if (!known.contains(field.getKey()))
                warnings.add(place + "'" + Excerpt.of(field.getKey()) + "' means nothing here; it was left out");
    }

    private static NodeId id(ObjectNode tree, String key, String place) throws ProjectException {
        try {
            return new NodeId(text(tree, key, place));
        } catch (IllegalArgumentException e) {
            throw new ProjectException("%s: %s: %s".formatted(place, key, Excerpt.sentence(e)), e);
        }
    }

    private static String text(ObjectNode tree, String key, String place) throws ProjectException {
        JsonNode text = tree.path(key);
        if (!text.isTextual())
            throw new ProjectException(place + ": " + key + ": needs a text, got " + Excerpt.of(text));
        return text.textValue();
    }

    private static ObjectNode object(ObjectNode tree, String key, String place) throws ProjectException {
        if (tree.path(key) instanceof ObjectNode object)
            return object;
        throw new ProjectException((place.isEmpty() ? "" : place + ": ") + key + ": needs an object, got "
                + Excerpt.of(tree.path(key)));
    }

    private static JsonNode list(ObjectNode tree, String key, int most) throws ProjectException {
        JsonNode list = tree.path(key);
        if (!list.isArray())
            throw new ProjectException(key + ": needs a list, got " + Excerpt.of(list));
        if (list.size() > most)
            throw new ProjectException("%s: at most %,d fit, got %,d".formatted(key, most, list.size()));
        return list;
    }
}
