package org.lamina.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lamina.graph.NodeId;

/// What one view on screen wants fresh pictures of.
///
/// @param maps nodes whose outputs it shows
/// @param kernels nodes whose weights it shows
/// @param predictions validation samples whose answers it shows
/// @param confusion whether it shows the confusion matrix
public record Wish(Set<NodeId> maps, Set<NodeId> kernels, List<Integer> predictions, boolean confusion) {
    public static final Wish NOTHING = new Wish(Set.of(), Set.of(), List.of(), false);
    public static final Wish CONFUSION = new Wish(Set.of(), Set.of(), List.of(), true);

    public static Wish maps(Set<NodeId> maps, Set<NodeId> kernels) {
        return new Wish(maps, kernels, List.of(), false);
    }

    public static Wish predictions(List<Integer> samples) {
        return new Wish(Set.of(), Set.of(), samples, false);
    }

    /// Both together.
    Wish and(Wish other) {
        return new Wish(union(maps, other.maps), union(kernels, other.kernels),
                Stream.concat(predictions.stream(), other.predictions.stream()).distinct().toList(),
                confusion || other.confusion);
    }

    private static Set<NodeId> union(Set<NodeId> one, Set<NodeId> other) {
        Set<NodeId> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
