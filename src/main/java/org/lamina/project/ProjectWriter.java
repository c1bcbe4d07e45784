package org.lamina.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import org.lamina.data.Augmentation;
import org.lamina.graph.Node;
import org.lamina.graph.Wire;
import org.lamina.spec.Params;

/// Makes the tree of a project file. Keys and parameters keep one order, so that equal projects give equal files.
final class ProjectWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProjectWriter() {}

    static ObjectNode tree(Project project) {
        ObjectNode tree = JSON.objectNode().put("format", ProjectReader.FORMAT).put("version",
                Migrations.ALL.version());
        ArrayNode notes = tree.putArray("notes");
        if (!project.notes().isEmpty())
            for (String line : project.notes().split("\n", -1))
                notes.add(line);
        tree.putObject("data").put("source", project.data().card().id()).set("parameters", parameters(project.data()));
        if (!project.augmentation().equals(Augmentation.NONE))
            tree.set("augmentation", parameters(project.augmentation()));
        tree.set("plan", parameters(project.plan()));
        ArrayNode nodes = tree.putArray("nodes");
        project.graph().nodes().forEach(n -> nodes.add(node(n, project.layout())));
        ArrayNode wires = tree.putArray("wires");
        project.graph().wires().forEach(w -> wires.add(wire(w)));
        return tree;
    }

    private static ObjectNode node(Node node, Layout layout) {
        ObjectNode tree = JSON.objectNode().put("id", node.id().value()).put("layer", node.layer().card().id());
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
        Params.values(owner).forEach((name, value) -> tree.set(name, switch (value) {
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
