package org.lamina.graph;

/// Names a node within its graph and its files: letters, digits, `-` and `_`, at most 64 of them.
public record NodeId(String value) implements Comparable<NodeId> {

    public NodeId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}"))
            throw new IllegalArgumentException("a node id is 1 to 64 letters, digits, '-' or '_', got '" + value + "'");
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
