package org.lamina.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// One step of training taken apart: what went forward, the loss, what came back, and what became of the weights. Of a
/// network that learns in several turns, as a generator against a discriminator does, one of them.
///
/// @param step updates made with it
/// @param side whose turn it is
/// @param loss mean over the batch
/// @param samples the first of the batch
/// @param size of the batch
/// @param nodes of the network without blocks, in the order they ran
/// @param changes of all parameters that learnt, in the order their nodes ran
public record TrainingStep(long step, double learningRate, Side side, double loss, List<Sample> samples, int size,
        List<Passage> nodes, List<Change> changes) {

    /// @param input as the data set gives it, or the generator in its turn: images with their channels last
    /// @param truth class index, first value, or the token that follows; NaN of a generated sample
    /// @param loss of this sample alone
    /// @param answer what people read of the answer; null where that is large
    public record Sample(Tensor input, float truth, double loss, @Nullable Tensor answer) {}

    /// What came past a node, forwards and backwards.
    ///
    /// @param output what it gave for the first sample, channels first, at most the first [#MOST]
    /// @param rms root of the mean square of all that it gave; NaN where it gave tokens
    /// @param gradient of the first sample's loss with respect to what it gave; null of tokens and of the samples
    /// @param norm of the gradient of a sample's loss, the root of its mean square over the batch; NaN of tokens and of
    ///     the samples
    public record Passage(NodeId node, Tensor output, double rms, @Nullable Tensor gradient, double norm) {
        public static final int MOST = 64;
    }

    /// What became of one parameter. Norms are Euclidean.
    ///
    /// @param before norm before the step
    /// @param gradient norm of the loss's gradient
    /// @param update norm of what was added
    /// @param after norm after the step
    /// @param most which number changed most, in row-major order
    /// @param from that number before
    /// @param to that number after
    /// @param added what was added
    public record Change(NodeId node, String parameter, double before, double gradient, double update, double after,
            int most, float from, float to, Tensor added) {}
}
