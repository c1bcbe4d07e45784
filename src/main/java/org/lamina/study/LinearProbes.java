package org.lamina.study;

import java.util.List;
import org.lamina.graph.NodeId;

/// How well a linear classifier tells the classes apart by what each layer gives: how far the network has come there on
/// its way to the answer. Pictures are spread evenly over those there are.
///
/// **Source** Alain and Bengio, 2016 (Understanding intermediate layers using linear classifier probes).
///
/// @param training pictures that each classifier is fitted to, at most
/// @param validation pictures that it is judged by, at most
public record LinearProbes(int training, int validation) implements Question {

    /// Numbers of a layer that a classifier is given at most; with twice as many, a training step would have to wait for
    /// a tenth of a second.
    public static final int FEATURES = 128;

    /// @param depths in the order of the network, the input first
    /// @param network share of right answers of the network itself
    /// @param chance the same of whoever always names the most frequent class
    /// @param training pictures that there were
    /// @param validation pictures that there were
    public record Found(List<Depth> depths, double network, double chance, int training,
            int validation) implements Finding {
        public Found {
            depths = List.copyOf(depths);
        }
    }

    /// One layer, and its classifier.
    ///
    /// @param numbers that the layer gives for a picture
    /// @param features that were made of them for the classifier
    /// @param fitted share of right answers on the training pictures
    /// @param accuracy share of right answers on the validation pictures
    public record Depth(NodeId node, int numbers, int features, double fitted, double accuracy) {}
}
