package org.lamina.study;

import org.lamina.tensor.Tensor;

/// A picture changed a little so that the network answers wrongly.
///
/// @param truth index of the class that it is to leave
/// @param epsilon most that a number of the picture may change; pictures lie within 0…1
public record Fooling(Picture picture, int truth, Attack attack, float epsilon) implements Question {

    /// How the change is found.
    public enum Attack {
        /// One step of epsilon along the sign of the loss's gradient.
        ///
        /// **Source** Goodfellow, Shlens and Szegedy, 2014.
        FGSM("FGSM", 1),

        /// Ten steps of a quarter of epsilon, each brought back to within epsilon of the picture.
        ///
        /// **Source** Madry et al., 2017.
        PGD("PGD, 10 steps", 10);

        private final String title;
        private final int steps;

        Attack(String title, int steps) {
            this.title = title;
            this.steps = steps;
        }

        public int steps() {
            return steps;
        }

        /// The length of a step, as a share of epsilon.
        public float stride() {
            return steps == 1 ? 1 : 2.5f / steps;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// @param picture as the network takes it, channels first
    /// @param fooled the picture that it became
    /// @param before probabilities of the classes for the picture
    /// @param after the same for what it became
    public record Found(Tensor picture, Tensor fooled, Tensor before, Tensor after) implements Finding {}
}
