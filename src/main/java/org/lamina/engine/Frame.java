package org.lamina.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.spec.Attentive.Whom;
import org.lamina.study.Finding;
import org.lamina.study.Question;
import org.lamina.tensor.Tensor;

/// The newest pictures and all loss points since the frame before; frames that wait are merged.
///
/// @param looking share of the time spent on capturing pictures, 0…1; NaN where the frame says nothing of it
public record Frame(@Nullable Progress progress, List<Point> points, List<Maps> maps, List<Kernels> kernels,
        @Nullable Predictions predictions, @Nullable Confusion confusion, List<Found> found, double looking) {

    /// Without answers to questions.
    public Frame(@Nullable Progress progress, List<Point> points, List<Maps> maps, List<Kernels> kernels,
            @Nullable Predictions predictions, @Nullable Confusion confusion, double looking) {
        this(progress, points, maps, kernels, predictions, confusion, List.of(), looking);
    }

    /// Answers to questions alone.
    static Frame of(List<Found> found) {
        return new Frame(null, List.of(), List.of(), List.of(), null, null, found, Double.NaN);
    }

    /// Without what it says of the run.
    Frame pictures() {
        return new Frame(null, List.of(), maps, kernels, predictions, confusion, found, Double.NaN);
    }

    boolean isEmpty() {
        return progress == null && points.isEmpty() && maps.isEmpty() && kernels.isEmpty() && predictions == null
                && confusion == null && found.isEmpty();
    }

    /// Where a run is.
    ///
    /// @param epoch counted from 1
    /// @param secondsLeft estimate to the end of the run; NaN while unknown
    public record Progress(int epoch, int epochs, long step, long steps, double samplesPerSecond, double secondsLeft,
            String threads) {}

    /// The mean over the batches of a few steps.
    public record Point(long step, Metrics train) {}

    /// What a node gave for the sample looked at, channels first, without the batch axis.
    ///
    /// @param sample index into the validation samples; -1 for a picture of a person's own
    /// @param attention empty where time steps do not ask each other
    public record Maps(NodeId node, long step, int sample, Tensor output, List<Attention> attention) {
        public Maps {
            attention = List.copyOf(attention);
        }

        /// Of a layer that does not attend.
        public Maps(NodeId node, long step, int sample, Tensor output) {
            this(node, step, sample, output, List.of());
        }
    }

    /// How time steps share their attention.
    ///
    /// @param shares heads×asking×asked, each row of sum 1
    public record Attention(Whom whom, Tensor shares) {}

    /// A node's weights as the engine holds them: for a convolution filters×channels×height×width.
    ///
    /// @param weight of very many the first filters
    /// @param count filters, or rows, that the node has
    public record Kernels(NodeId node, long step, Tensor weight, int count) {}

    /// Answers for some validation samples.
    ///
    /// @param inputs the samples, channels last as the data set gives them; in the adversarial task the generated ones
    /// @param truth the target of each: class index or first value
    /// @param outputs per sample the probabilities, or the values, channels first; in the adversarial task how surely it
    ///     is taken for real
    public record Predictions(long step, int[] samples, Tensor inputs, float[] truth, Tensor outputs) {}

    /// What was found out of a question so far.
    ///
    /// @param finding null where there is none
    /// @param done whether that is all
    /// @param message why there is no answer, in words for people; null where there is one
    public record Found(Question question, long step, @Nullable Finding finding, boolean done,
            @Nullable String message) {}

    /// How validation samples were answered, one entry per sample.
    ///
    /// @param samples indices into the validation samples
    /// @param truth true class of each
    /// @param answers answered class of each
    public record Confusion(long step, int[] samples, int[] truth, int[] answers) {}
}
