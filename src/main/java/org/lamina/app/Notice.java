package org.lamina.app;

import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;

/// A message to a person.
///
/// @param text for people: what was needed, what came, what to do
/// @param detail the technical cause; empty where there is none
/// @param node the layer it is about, if it is about one
public record Notice(Kind kind, String text, String detail, @Nullable NodeId node) {

    /// How much it weighs.
    public enum Kind {
        /// Need not be answered.
        DONE,
        WARNING,
        FAILURE
    }
}
