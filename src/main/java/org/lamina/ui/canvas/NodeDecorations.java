package org.lamina.ui.canvas;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// Live pictures on the nodes. Asked once for each node that comes to the canvas; the regions then sit below the
/// node's text, at most [NodeView#WIDTH] wide, the first at most [#HEIGHT] high and each below it [#LINE], and take room
/// only while they are managed.
@FunctionalInterface
public interface NodeDecorations {
    NodeDecorations NONE = _ -> null;
    double HEIGHT = 82;
    double LINE = 18;

    /// What to show on a node, or null for nothing.
    @Nullable
    Region of(NodeId node);

    /// All that is shown on a node, one below the other.
    default List<Region> all(NodeId node) {
        return Stream.ofNullable(of(node)).toList();
    }

    /// What the node's tooltip says beside what is known of the layer; empty for nothing.
    default String words(NodeId node) {
        return "";
    }

    /// Both.
    default NodeDecorations and(NodeDecorations below) {
        NodeDecorations above = this;
        return new NodeDecorations() {
            @Override
            public @Nullable Region of(NodeId node) {
                return above.of(node);
            }

            @Override
            public List<Region> all(NodeId node) {
                return Stream.concat(above.all(node).stream(), below.all(node).stream()).toList();
            }

            @Override
            public String words(NodeId node) {
                return above.words(node) + below.words(node);
            }
        };
    }
}
