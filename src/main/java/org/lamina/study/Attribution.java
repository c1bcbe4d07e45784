package org.lamina.study;

import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.tensor.Tensor;

/// How much each part of a picture bears on one of the network's answers.
///
/// @param answer index of the class or value
public record Attribution(Picture picture, int answer, Method method) implements Question {

    /// How that is found out.
    public sealed interface Method {}

    /// The gradient of the class's logit with respect to the picture.
    ///
    /// **Source** Simonyan, Vedaldi and Zisserman, 2013.
    public record Saliency() implements Method {}

    /// The picture times the mean gradient on the straight way from black to the picture.
    ///
    /// **Source** Sundararajan, Taly and Yan, 2017.
    public record IntegratedGradients() implements Method {}

    /// The mean gradient over the picture with noise of 15 % of its range.
    ///
    /// **Source** Smilkov et al., 2017.
    public record SmoothGrad() implements Method {}

    /// The gradient where every ReLU lets only positive gradients back through.
    ///
    /// **Source** Springenberg et al., 2014.
    public record GuidedBackpropagation() implements Method {}

    /// The positive part of a layer's maps, each weighted with its mean gradient.
    ///
    /// **Source** Selvaraju et al., 2017.
    public record GradCam(NodeId layer) implements Method {}

    /// By how much the answer, as people read it, falls where a black square covers the picture.
    ///
    /// **Source** Zeiler and Fergus, 2014.
    ///
    /// @param window side of the square
    public record Occlusion(int window) implements Method {}

    /// @param map as the network takes the picture, channels first; of Grad-CAM and occlusion as large as there are
    ///     places
    /// @param completeness of integrated gradients alone
    public record Found(Tensor map, @Nullable Completeness completeness) implements Finding {}

    /// What integrated gradients add up to, and what they should.
    ///
    /// @param difference between the logits of the picture and of black
    public record Completeness(double sum, double difference) {

        /// What is missing, as a share of the difference.
        public double gap() {
            return Math.abs(sum - difference) / Math.abs(difference);
        }
    }
}
