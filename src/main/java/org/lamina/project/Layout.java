package org.lamina.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.lamina.graph.NodeId;

/// Where the nodes stand. A node without a place stands where automatic layout would put it.
///
/// @param blocks where those inside of blocks stand, by the block's name
public record Layout(Map<NodeId, Point> places, Map<String, Layout> blocks) {
    public static final Layout EMPTY = new Layout(Map.of());

    public Layout {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    public Layout(Map<NodeId, Point> places) {
        this(places, Map.of());
    }

    /// Where the nodes inside a block stand.
    public Layout inside(String block) {
        return Objects.requireNonNullElse(blocks.get(block), EMPTY);
    }

    public Layout inside(String block, Layout changed) {
        if (changed.equals(blocks.get(block)))
            return this;
        Map<String, Layout> all = new LinkedHashMap<>(blocks);
        all.put(block, new Layout(changed.places()));
        return new Layout(places, all);
    }

    /// Forgets where a node stands.
    public Layout without(NodeId node) {
        Map<NodeId, Point> changed = new LinkedHashMap<>(places);
        changed.remove(node);
        return new Layout(changed, blocks);
    }

    public Layout with(Map<NodeId, Point> moved) {
        Map<NodeId, Point> changed = new LinkedHashMap<>(places);
        changed.putAll(moved);
        return changed.equals(places) ? this : new Layout(changed, blocks);
    }
}
