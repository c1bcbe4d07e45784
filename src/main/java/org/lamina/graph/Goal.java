package org.lamina.graph;

/// What is asked of a network's answer.
public enum Goal {
    /// One logit per class.
    CLASSES,
    /// Numbers to predict.
    VALUES,
    /// The sample itself.
    SAMPLE,
    /// One logit that is large for real samples and small for generated ones; see [Contest].
    VERDICT
}
