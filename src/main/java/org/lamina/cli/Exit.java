package org.lamina.cli;

/// Exit codes.
public final class Exit {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USE = 2;
    /// The studio was asked for where it cannot be shown. `mvn -Prun` takes it for an answer, not for a failure.
    public static final int NO_DISPLAY = 3;

    private Exit() {}
}
