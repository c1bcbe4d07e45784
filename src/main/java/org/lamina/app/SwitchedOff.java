package org.lamina.app;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lamina.graph.NodeId;
import org.lamina.study.Ablation;
import org.lamina.study.Unit;

/// The units that a person has switched off to see what they are good for. Only answers on screen are given without
/// them; training and files know nothing of it.
public final class SwitchedOff {

    private final ReadOnlyObjectWrapper<Set<Unit>> units = new ReadOnlyObjectWrapper<>(Set.of());

    public ReadOnlyObjectProperty<Set<Unit>> unitsProperty() {
        return units.getReadOnlyProperty();
    }

    public Set<Unit> units() {
        return units.get();
    }

    public boolean contains(Unit unit) {
        return units.get().contains(unit);
    }

    /// How many units of a node are off.
    ///
    /// @param node of the network without blocks
    public long count(NodeId node) {
        return units.get().stream().filter(unit -> unit.node().equals(node)).count();
    }

    public void toggle(Unit unit) {
        Set<Unit> next = new LinkedHashSet<>(units.get());
        if (!next.remove(unit))
            next.add(unit);
        units.set(Set.copyOf(next));
    }

    /// Switches all on again.
    public void clear() {
        units.set(Set.of());
    }

    /// What is to be asked; empty while all are on.
    public Optional<Ablation> question() {
        return units.get().isEmpty() ? Optional.empty() : Optional.of(new Ablation(units.get()));
    }
}
