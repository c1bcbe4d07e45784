package org.lamina.spec;

/// How many inputs a layer takes.
public record Ports(int min, int max) {
    public static final Ports NONE = new Ports(0, 0);
    public static final Ports ONE = new Ports(1, 1);
    /// Of a layer that joins branches.
    public static final Ports SEVERAL = new Ports(2, 16);
}
