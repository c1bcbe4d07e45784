package org.lamina.app;

import java.nio.file.Path;
import java.util.concurrent.Executor;

/// What the studio is given by the composition root.
///
/// @param background reads and writes files
/// @param window the FX thread
/// @param samples folder of the projects that come with the program
/// @param unsaved folder for the journals of projects without a file
public record Surroundings(Executor background, Executor window, Settings settings, Path samples, Path unsaved,
        EngineLink link, RunFolder runs) {}
