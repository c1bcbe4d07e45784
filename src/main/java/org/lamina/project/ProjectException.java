package org.lamina.project;

/// A project file that cannot be read or written. The message is for people: where, what was needed, what came, what
/// to do.
public final class ProjectException extends Exception {
    private static final long serialVersionUID = 1;

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
