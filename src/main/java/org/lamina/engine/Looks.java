package org.lamina.engine;

import java.util.List;
import java.util.Set;
import org.lamina.graph.NodeId;
import org.lamina.study.Question;

/// What is on screen and wants fresh pictures.
///
/// @param maps nodes whose outputs are shown
/// @param kernels nodes whose weights are shown
/// @param sample index into the validation samples of the picture whose maps are shown
/// @param predictions indices into the validation samples whose answers are shown
/// @param confusion whether the confusion matrix is shown
/// @param questions whose answers are shown
public record Looks(Set<NodeId> maps, Set<NodeId> kernels, int sample, List<Integer> predictions, boolean confusion,
        Set<Question> questions) {
    public static final Looks NOTHING = new Looks(Set.of(), Set.of(), 0, List.of(), false, Set.of());

    public Looks {
        maps = Set.copyOf(maps);
        kernels = Set.copyOf(kernels);
        predictions = List.copyOf(predictions);
        questions = Set.copyOf(questions);
    }

    /// Without questions.
    public Looks(Set<NodeId> maps, Set<NodeId> kernels, int sample, List<Integer> predictions, boolean confusion) {
        this(maps, kernels, sample, predictions, confusion, Set.of());
    }

    public boolean isEmpty() {
        return maps.isEmpty() && kernels.isEmpty() && predictions.isEmpty() && !confusion && questions.isEmpty();
    }
}
