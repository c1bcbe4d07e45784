package org.lamina;

/// The composition root.
public final class Main {

    private Main() {}

    static void main(String[] args) {
        System.out.println("Lamina " + String.join(" ", args));
    }
}
