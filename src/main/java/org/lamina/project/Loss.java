package org.lamina.project;

/// How wrong an answer is.
public enum Loss {
    /// The one of the task.
    USUAL,
    /// Binary cross-entropy on logits: each number is the answer to a yes-or-no question of its own. Two classes are told
    /// apart by one number.
    BINARY_CROSS_ENTROPY
}
