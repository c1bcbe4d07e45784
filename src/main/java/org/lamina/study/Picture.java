package org.lamina.study;

import org.lamina.tensor.Tensor;

/// One sample to look at.
public sealed interface Picture {

    /// @param index into the validation samples
    record Validation(int index) implements Picture {}

    /// @param index into the training samples
    record Training(int index) implements Picture {}

    /// A person's own.
    ///
    /// @param values as the data set gives its samples: images with their channels last, 0…1
    record Own(Tensor values) implements Picture {}
}
