package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;

/// The boxes that wires keep out of, found by where they stand from left to right: a wire asks for those near it alone,
/// as hundreds of wires times hundreds of boxes would take seconds.
final class Obstacles {

    private final NavigableMap<Double, List<Bounds>> byLeft = new TreeMap<>();
    private double widest;

    Obstacles(Collection<Bounds> boxes) {
        for (Bounds box : boxes) {
            byLeft.computeIfAbsent(box.getMinX(), _ -> new ArrayList<>()).add(box);
            widest = Math.max(widest, box.getWidth());
        }
    }

    /// Those that reach between two vertical lines.
    Stream<Bounds> between(double left, double right) {
        return byLeft.subMap(left - widest, true, right, true).values().stream().flatMap(List::stream)
                .filter(b -> b.getMaxX() > left && b.getMinX() < right);
    }

    Stream<Bounds> in(Bounds part) {
        return between(part.getMinX(), part.getMaxX()).filter(b -> b.intersects(part));
    }
}
