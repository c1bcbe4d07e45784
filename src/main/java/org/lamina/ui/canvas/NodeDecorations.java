package org.lamina.ui.canvas;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// Live pictures on the nodes. Asked once for each node that comes to the canvas; the region then sits below the
/// node's text, at most [NodeView#WIDTH] wide and [#HEIGHT] high, and takes room only while it is managed.
@FunctionalInterface
public interface NodeDecorations {
    NodeDecorations NONE = _ -> null;
    double HEIGHT = 82;

    /// What to show on a node, or null for nothing.
    @Nullable
    Region of(NodeId node);
}
