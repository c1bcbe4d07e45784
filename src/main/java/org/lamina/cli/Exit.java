package org.lamina.cli;

/// Exit codes.
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;

    private Exit() {}
}
