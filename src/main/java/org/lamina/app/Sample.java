package org.lamina.app;

import java.nio.file.Path;
import org.lamina.graph.Graph;

/// A project that comes with the program, for the start page.
///
/// @param title the file's name as words
/// @param notes the author's text
public record Sample(String title, String notes, Graph graph, Path file) {}
