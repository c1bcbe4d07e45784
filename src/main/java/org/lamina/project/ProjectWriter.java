package org.lamina.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.Collection;
import java.util.Map;
import org.lamina.data.Augmentation;
import org.lamina.graph.Definition;
import org.lamina.graph.Exposed;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.Use;
import org.lamina.graph.Wire;
import org.lamina.spec.Params;

/// Makes the tree of a project file. Keys and parameters keep one order, so that equal projects give equal files.
final class ProjectWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProjectWriter() {}

    static ObjectNode tree(Project project) {
        Collection<Definition> blocks = project.graph().definitions().values();
        ObjectNode tree = JSON.objectNode().put("format", ProjectReader.FORMAT).put("version",
                blocks.isEmpty() ? Migrations.WITHOUT_BLOCKS : Migrations.ALL.version());
        tree.set("notes", lines(project.notes()));
        tree.putObject("data").put("source", project.data().card().id()).set("parameters", parameters(project.data()));
        if (!project.augmentation().equals(Augmentation.NONE))
            tree.set("augmentation", parameters(project.augmentation()));
        tree.set("plan", parameters(project.plan()));
        if (!blocks.isEmpty())
            tree.set("blocks", blocks(blocks, project.layout()));
        network(tree, project.graph(), project.layout());
        return tree;
    }

    /// Blocks as a list.
    ///
    /// @param layout of the project or file that they are in
    static ArrayNode blocks(Collection<Definition> blocks, Layout layout) {
        ArrayNode list = JSON.arrayNode();
        blocks.forEach(b -> list.add(block(b, layout.inside(b.name()))));
        return list;
    }

    private static ObjectNode block(Definition block, Layout layout) {
        ObjectNode tree = JSON.objectNode().put("name", block.name());
        tree.set("help", lines(block.help()));
        ArrayNode exposed = tree.putArray("exposed");
        for (Exposed each : block.exposed()) {
            ArrayNode sets = exposed.addObject().put("name", each.name()).putArray("sets");
            each.targets().forEach(t -> sets.add(t.node() + "." + t.parameter()));
        }
        network(tree, block.graph(), layout);
        return tree;
    }

    private static void network(ObjectNode tree, Graph graph, Layout layout) {
        ArrayNode nodes = tree.putArray("nodes");
        graph.nodes().forEach(n -> nodes.add(node(n, layout)));
        ArrayNode wires = tree.putArray("wires");
        graph.wires().forEach(w -> wires.add(wire(w)));
    }

    private static ArrayNode lines(String text) {
        ArrayNode lines = JSON.arrayNode();
        if (!text.isEmpty())
            for (String line : text.split("\n", -1))
                lines.add(line);
        return lines;
    }

    private static ObjectNode node(Node node, Layout layout) {
        ObjectNode tree = JSON.objectNode().put("id", node.id().value()).put("layer", node.layer().card().id());
        if (node.layer() instanceof Use use)
            tree.put("block", use.definition().name());
        if (!node.title().isEmpty())
            tree.put("title", node.title());
        Point place = layout.places().get(node.id());
        if (place != null)
            tree.putArray("at").add(number(place.x())).add(number(place.y()));
        tree.set("parameters", parameters(node.layer()));
        return tree;
    }

    private static ObjectNode wire(Wire wire) {
        return JSON.objectNode().put("from", wire.from().value()).put("to", wire.to().value()).put("port", wire.port());
    }

    private static ObjectNode parameters(Object owner) {
        ObjectNode tree = JSON.objectNode();
        Map<String, Object> kept = owner instanceof Use use ? use.own() : Params.values(owner);
        kept.forEach((name, value) -> tree.set(name, switch (value) {
            case Integer whole -> JSON.numberNode(whole);
            case Double real -> number(real);
            case Boolean flag -> JSON.booleanNode(flag);
            case Enum<?> constant -> JSON.textNode(constant.name());
            default -> JSON.textNode(value.toString());
        }));
        return tree;
    }

    /// Without `.0` where the number is whole.
    private static ValueNode number(double value) {
        return Double.compare(value, (double) (long) value) == 0 ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }
}
