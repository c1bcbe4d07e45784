package org.lamina.export;

/// An export that was refused or failed. Nothing is written then, and what was there before still is. The message is for
/// people: what was needed, what came, what to do.
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1;

    public ExportException(String message) {
        super(message);
    }

    public ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
