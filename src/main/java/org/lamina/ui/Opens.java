package org.lamina.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Files that the window opens, wherever on it they are dropped.
public enum Opens {
    PROJECT(".lamina"),
    WEIGHTS(".safetensors");

    private final String extension;

    Opens(String extension) {
        this.extension = extension;
    }

    /// Empty where it is no file for the window.
    public static Optional<Opens> of(Path file) {
        return Arrays.stream(values()).filter(kind -> file.toString().endsWith(kind.extension)).findFirst();
    }
}
