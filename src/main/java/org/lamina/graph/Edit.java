package org.lamina.graph;

/// One change of a graph. [Graph#apply] is the only interpreter.
public sealed interface Edit {

    /// Adds a node, or replaces the one with the same id; wires that the new layer has no place for go.
    record Put(Node node) implements Edit {}

    /// Removes a node and its wires.
    record Remove(NodeId node) implements Edit {}

    /// Adds a wire; one that already arrives at the same port gives way.
    record Connect(Wire wire) implements Edit {}

    record Disconnect(Wire wire) implements Edit {}

    /// Gives one parameter of a layer a value.
    record SetParameter(NodeId node, String parameter, Object value) implements Edit {}

    /// Gives a node a title; empty for the layer's own.
    record Rename(NodeId node, String title) implements Edit {}
}
