package org.lamina.app;

import org.jspecify.annotations.Nullable;

/// How far the data set is.
public sealed interface Reading {

    /// @param done part that is done, 0…1; NaN while unknown
    record Busy(double done, String what) implements Reading {}

    record Ready(DataPreview preview) implements Reading {}

    /// @param message what was needed, what came, what to do
    record Failed(String message) implements Reading {}

    record Cancelled() implements Reading {}

    default @Nullable DataPreview preview() {
        return this instanceof Ready(DataPreview preview) ? preview : null;
    }
}
