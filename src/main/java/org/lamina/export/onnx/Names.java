package org.lamina.export.onnx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.lamina.graph.Node;

/// Names of layers in a file: what people read on the node, as an identifier, each once.
final class Names {
    private final Set<String> taken = new HashSet<>();

    /// A name for the layer that no other one has.
    String name(Node node) {
        String identifier = identifier(node);
        String name = identifier;
        for (int number = 2; !taken.add(name); number++)
            name = identifier + "_" + number;
        return name;
    }

    /// `Conv 2D` becomes `conv_2d`; a title without Latin letters or digits gives way to the node's id.
    private static String identifier(Node node) {
        String fromLabel = clean(node.label());
        String name = fromLabel.isEmpty() ? clean(node.id().value()) : fromLabel;
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private static String clean(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
