package org.lamina.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lamina.engine.Metrics;

/// JSON for programs that read what a command says: one object a line.
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ObjectNode event(String name) {
        return object().put("event", name);
    }

    /// A number, or null for what is none: JSON has no NaN.
    static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
    }

    static ObjectNode metrics(Metrics metrics) {
        ObjectNode tree = object();
        tree.set("loss", number(metrics.loss()));
        tree.set("accuracy", number(metrics.accuracy()));
        return tree;
    }
}
