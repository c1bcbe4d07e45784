package org.lamina.cli;

/// Work that failed for a reason the user can act on. The message is for people.
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }

    /// @param cause the technical cause, shown with `--verbose`
    Failure(String message, String cause) {
        super(message, cause.isEmpty() ? null : new RuntimeException(cause));
    }
}
