package org.lamina.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.lamina.data.Published;

/// What the studio is given by the composition root.
///
/// @param background reads and writes files
/// @param window the FX thread
/// @param samples folder of the projects that come with the program
/// @param unsaved folder for the journals of projects without a file
/// @param published data sets that can be fetched
public record Surroundings(Executor background, Executor window, Settings settings, Path samples, Path unsaved,
        EngineLink link, RunFolder runs, List<Published> published) {}
