package org.lamina.graph;

import java.util.List;

/// A way to solve a problem: one click, one undo step.
///
/// @param label for a button and for the history: `Insert Flatten`
public record Fix(String label, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }
}
