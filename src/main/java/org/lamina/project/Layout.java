package org.lamina.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamina.graph.NodeId;

/// Where the nodes stand. A node without a place stands where automatic layout would put it.
public record Layout(Map<NodeId, Point> places) {
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /// Forgets where a node stands.
    public Layout without(NodeId node) {
        Map<NodeId, Point> changed = new LinkedHashMap<>(places);
        changed.remove(node);
        return new Layout(changed);
    }

    public Layout with(Map<NodeId, Point> moved) {
        Map<NodeId, Point> changed = new LinkedHashMap<>(places);
        changed.putAll(moved);
        return changed.equals(places) ? this : new Layout(changed);
    }
}
