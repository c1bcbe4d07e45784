package org.lamina.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lamina.graph.NodeId;
import org.lamina.study.Question;

/// What one view on screen wants fresh pictures of.
///
/// @param maps nodes whose outputs it shows
/// @param kernels nodes whose weights it shows
/// @param predictions validation samples whose answers it shows
/// @param confusion whether it shows the confusion matrix
/// @param questions whose answers it shows
public record Wish(Set<NodeId> maps, Set<NodeId> kernels, List<Integer> predictions, boolean confusion,
        Set<Question> questions) {
    public static final Wish NOTHING = new Wish(Set.of(), Set.of(), List.of(), false, Set.of());
    public static final Wish CONFUSION = new Wish(Set.of(), Set.of(), List.of(), true, Set.of());

    public static Wish maps(Set<NodeId> maps, Set<NodeId> kernels) {
        return new Wish(maps, kernels, List.of(), false, Set.of());
    }

    public static Wish predictions(List<Integer> samples) {
        return new Wish(Set.of(), Set.of(), samples, false, Set.of());
    }

    public static Wish answers(Set<Question> questions) {
        return new Wish(Set.of(), Set.of(), List.of(), false, questions);
    }

    /// Both together.
    public Wish and(Wish other) {
        return new Wish(union(maps, other.maps), union(kernels, other.kernels),
                Stream.concat(predictions.stream(), other.predictions.stream()).distinct().toList(),
                confusion || other.confusion, union(questions, other.questions));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
