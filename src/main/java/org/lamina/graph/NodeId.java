package org.lamina.graph;

import java.util.Optional;

/// Names a node within its graph and its files: letters, digits, `-` and `_`, at most 64 of them. What stands inside a
/// block is named by the way to it: `block-1/conv-2d-1`, in the third of several repetitions `block-1/3/conv-2d-1`.
public record NodeId(String value) implements Comparable<NodeId> {
    private static final int LONGEST = 64;

    public NodeId {
        int start = 0;
        for (int i = 0; i <= value.length(); i++)
            if (i == value.length() || value.charAt(i) == '/') {
                require(i > start && i - start <= LONGEST, value);
                start = i + 1;
            } else
                require(isPlain(value.charAt(i)), value);
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static void require(boolean fits, String value) {
        if (!fits)
            throw new IllegalArgumentException(
                    "a node id is 1 to " + LONGEST + " letters, digits, '-' or '_', got '" + value + "'");
    }

    /// Whether it leads into a block.
    public boolean isPath() {
        return value.indexOf('/') >= 0;
    }

    /// The first step of the way.
    public NodeId head() {
        return isPath() ? new NodeId(value.substring(0, value.indexOf('/'))) : this;
    }

    /// The way after its first step; empty where that is all.
    public Optional<NodeId> tail() {
        return isPath() ? Optional.of(new NodeId(value.substring(value.indexOf('/') + 1))) : Optional.empty();
    }

    /// The way without its last step; empty where there is only one.
    public Optional<NodeId> parent() {
        int last = value.lastIndexOf('/');
        return last < 0 ? Optional.empty() : Optional.of(new NodeId(value.substring(0, last)));
    }

    /// The way that goes on from here.
    public NodeId then(NodeId next) {
        return new NodeId(value + "/" + next.value);
    }

    public boolean isWithin(NodeId block) {
        return value.length() > block.value.length() && value.startsWith(block.value)
                && value.charAt(block.value.length()) == '/';
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
