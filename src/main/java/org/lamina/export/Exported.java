package org.lamina.export;

import java.nio.file.Path;

/// What an export left behind.
///
/// @param target the file or folder
/// @param bytes its size
public record Exported(Path target, long bytes, Proof proof) {}
