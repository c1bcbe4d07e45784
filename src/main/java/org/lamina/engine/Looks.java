package org.lamina.engine;

import java.util.List;
import java.util.Set;
import org.lamina.graph.NodeId;
import org.lamina.study.Picture;
import org.lamina.study.Question;

/// What is on screen and wants fresh pictures.
///
/// @param maps nodes whose outputs are shown
/// @param kernels nodes whose weights are shown
/// @param picture whose maps are shown
/// @param predictions indices into the validation samples whose answers are shown
/// @param confusion whether the confusion matrix is shown
/// @param questions whose answers are shown
public record Looks(Set<NodeId> maps, Set<NodeId> kernels, Picture picture, List<Integer> predictions,
        boolean confusion, Set<Question> questions) {
    public static final Looks NOTHING = new Looks(Set.of(), Set.of(), 0, List.of(), false);

    public Looks {
        maps = Set.copyOf(maps);
        kernels = Set.copyOf(kernels);
        predictions = List.copyOf(predictions);
        questions = Set.copyOf(questions);
    }

    /// Of a validation sample, without questions.
    public Looks(Set<NodeId> maps, Set<NodeId> kernels, int sample, List<Integer> predictions, boolean confusion) {
        this(maps, kernels, new Picture.Validation(sample), predictions, confusion, Set.of());
    }

    /// Whether every picture that another wants is one of these.
    boolean shows(Looks other) {
        return maps.containsAll(other.maps) && kernels.containsAll(other.kernels)
                && predictions.containsAll(other.predictions)
                && (picture.equals(other.picture) || other.maps.isEmpty());
    }
}
