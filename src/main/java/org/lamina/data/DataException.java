package org.lamina.data;

/// A data set that cannot be read. The message is for people: what was needed, what came, what to do.
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
