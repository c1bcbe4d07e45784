package org.lamina.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that keeps a network from being trained, or may surprise.
///
/// @param node where it shows; null for the network as a whole
/// @param parameter the parameter at fault, if one is
/// @param message what was needed, what came and what to do
public record Problem(@Nullable NodeId node, @Nullable String parameter, Severity severity, String message,
        List<Fix> fixes) {

    public Problem {
        fixes = List.copyOf(fixes);
    }

    /// Whether training can start nevertheless.
    public enum Severity {
        ERROR,
        WARNING
    }
}
