package org.lamina.graph;

import org.lamina.tensor.Shape;

/// What the data set and the task ask of a network.
///
/// @param input shape of one sample
/// @param output shape of one answer
/// @param squash what the loss applies to the answer itself
public record Expected(Shape input, Shape output, Goal goal, Squash squash) {

    /// What makes probabilities of logits.
    public enum Squash {
        NONE,
        SOFTMAX,
        SIGMOID;

        /// Whether a layer does it too.
        boolean isAlso(String layer) {
            return this != NONE && (layer.equals("softmax") || layer.equals("sigmoid"));
        }
    }

    /// With the usual loss of its goal.
    public Expected(Shape input, Shape output, Goal goal) {
        this(input, output, goal, switch (goal) {
            case CLASSES -> Squash.SOFTMAX;
            case VERDICT -> Squash.SIGMOID;
            case VALUES, SAMPLE -> Squash.NONE;
        });
    }

    /// Whether two classes are told apart by one number, large for the second.
    public boolean isOneNumberForTwoClasses() {
        return goal == Goal.CLASSES && squash == Squash.SIGMOID && output.equals(Shape.vector(1));
    }
}
