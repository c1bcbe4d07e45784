package org.lamina.study;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// How well the network can learn as it stands: whether gradients arrive, units answer and weights move. Measured on the
/// first validation samples, the layers behaving as when they answer.
public record Health() implements Question {

    /// @param samples that it was measured on
    /// @param nodes of the network without blocks
    public record Found(int samples, Map<NodeId, Vital> nodes) implements Finding {}

    /// What was measured of one node.
    ///
    /// @param gradient norm of the gradient of a sample's loss with respect to what the node gives, the root of its mean
    ///     square over the samples; NaN where the node gives tokens
    /// @param means of a layer of units in a row, what each of the first units gives on average; empty of all others
    /// @param idle null where the layer's function is flat nowhere, or not known
    /// @param movement null for a node without weights, and before a step was measured
    public record Vital(double gradient, float[] means, @Nullable Idle idle, @Nullable Movement movement) {}

    /// Units that hardly learn, because what they are given lies where their function is flat: where its slope is below
    /// 1 % of its steepest.
    ///
    /// @param below flat up to this input; −∞ where that side is not
    /// @param above flat from this input on; ∞ where that side is not
    /// @param units of the layer
    /// @param count of those that are idle: of a function flat on both sides, for at least [#SATURATED] of what they are
    ///     given; of one flat on one side, for all of it
    public record Idle(double below, double above, int units, int count) {
        public static final double SATURATED = 0.95;

        /// Whether idle units are saturated ones, not dead ones.
        public boolean isSaturation() {
            return Double.isFinite(below) && Double.isFinite(above);
        }
    }

    /// How far a node's weights went in one step of the optimizer, all of them taken as one vector.
    ///
    /// @param weights norm before the step
    /// @param change norm of what the step added
    public record Movement(double weights, double change) {

        public double ratio() {
            return change / weights;
        }

        /// Of the weights of both.
        public Movement and(Movement other) {
            return new Movement(Math.hypot(weights, other.weights), Math.hypot(change, other.change));
        }
    }
}
