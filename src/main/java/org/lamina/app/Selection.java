package org.lamina.app;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;

/// What is selected in a drawing: some nodes in the order they were chosen, or one wire. Never holds what is not
/// there any more.
public final class Selection {

    private final Drawing drawing;
    private final ReadOnlyObjectWrapper<Set<NodeId>> nodes = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Wire> wire = new ReadOnlyObjectWrapper<>();

    public Selection(Drawing drawing) {
        this.drawing = drawing;
        drawing.projectProperty().addListener((_, _, now) -> prune(now.graph()));
    }

    public ReadOnlyObjectProperty<Set<NodeId>> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    public Set<NodeId> nodes() {
        return nodes.get();
    }

    public ReadOnlyObjectProperty<@Nullable Wire> wireProperty() {
        return wire.getReadOnlyProperty();
    }

    public Optional<Wire> wire() {
        return Optional.ofNullable(wire.get());
    }

    /// The node that was chosen last: the one the inspector shows.
    public Optional<NodeId> last() {
        return nodes().stream().reduce((_, second) -> second);
    }

    public boolean isEmpty() {
        return nodes().isEmpty() && wire().isEmpty();
    }

    public boolean contains(NodeId node) {
        return nodes().contains(node);
    }

    public void set(Collection<NodeId> chosen) {
        wire.set(null);
        Set<NodeId> next = new LinkedHashSet<>(chosen);
        next.removeIf(id -> !drawing.project().graph().contains(id));
        nodes.set(Collections.unmodifiableSet(next));
    }

    public void set(NodeId chosen) {
        set(Set.of(chosen));
    }

    public void set(Wire chosen) {
        nodes.set(Set.of());
        wire.set(chosen);
    }

    public void add(Collection<NodeId> more) {
        Set<NodeId> next = new LinkedHashSet<>(nodes());
        next.removeAll(more);
        next.addAll(more);
        set(next);
    }

    public void toggle(NodeId node) {
        Set<NodeId> next = new LinkedHashSet<>(nodes());
        if (!next.remove(node))
            next.add(node);
        set(next);
    }

    public void clear() {
        set(Set.of());
    }

    private void prune(Graph graph) {
        Set<NodeId> kept = new LinkedHashSet<>(nodes());
        if (kept.removeIf(id -> !graph.contains(id)))
            nodes.set(Collections.unmodifiableSet(kept));
        Wire chosen = wire.get();
        if (chosen != null && !graph.wires().contains(chosen))
            wire.set(null);
    }
}
