package org.lamina.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/// Lays out JSON so that it diffs well: the outer two levels and lists of objects take a line per entry, and so does what
/// holds such lists; all else stays on one line.
final class JsonText {
    private static final int BLOCKS = 2;

    private JsonText() {}

    static String of(JsonNode tree) {
        return text(tree, 0) + "\n";
    }

    private static String text(JsonNode node, int depth) {
        if (!node.isContainerNode())
            return node.toString();
        List<String> entries = new ArrayList<>();
        if (node.isArray())
            node.forEach(e -> entries.add(text(e, depth + 1)));
        else
            node.properties().forEach(
                    e -> entries.add(TextNode.valueOf(e.getKey()) + ": " + text(e.getValue(), depth + 1)));
        boolean block = (depth < BLOCKS || holdsObjects(node)) && !entries.isEmpty();
        String indent = "\n" + "  ".repeat(depth);
        String inner = block
                ? indent + "  " + String.join("," + indent + "  ", entries) + indent
                : String.join(", ", entries);
        return node.isArray() ? "[" + inner + "]" : "{" + inner + "}";
    }

    /// Whether a list of objects is in it, or it is one.
    private static boolean holdsObjects(JsonNode node) {
        for (JsonNode entry : node)
            if ((node.isArray() && entry.isObject()) || holdsObjects(entry))
                return true;
        return false;
    }
}
