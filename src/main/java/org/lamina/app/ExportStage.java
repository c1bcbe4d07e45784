package org.lamina.app;

import java.nio.file.Path;

/// How far an export is.
public sealed interface ExportStage {

    /// Nothing was asked for yet, or it was cancelled.
    record Waiting() implements ExportStage {}

    /// The engine answers the samples for the proof; this can still be cancelled.
    record Asking() implements ExportStage {}

    /// The file is written and proven.
    record Writing() implements ExportStage {}

    /// @param report samples and largest difference
    record Done(Path target, String report) implements ExportStage {}

    /// Nothing was written.
    ///
    /// @param message what was needed, what came, what to do
    record Refused(String message) implements ExportStage {}

    default boolean isBusy() {
        return this instanceof Asking || this instanceof Writing;
    }
}
