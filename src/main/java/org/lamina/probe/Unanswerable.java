package org.lamina.probe;

/// A question that this network or this picture gives no answer to, in words for people.
public final class Unanswerable extends Exception {
    private static final long serialVersionUID = 1;

    public Unanswerable(String message) {
        super(message);
    }
}
