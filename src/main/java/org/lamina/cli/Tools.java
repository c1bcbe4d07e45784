package org.lamina.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lamina.data.Published;
import org.lamina.engine.Engine;

/// What the command line is given by the composition root.
///
/// @param engine starts the engine
/// @param screenshots draws the window
/// @param interrupts runs an action when the user presses Ctrl-C, before the program ends; running the result takes it
///        back
/// @param terminal whether a person watches the output, so that a line may be drawn anew
/// @param published data sets that can be fetched
public record Tools(Supplier<Engine> engine, Screenshots screenshots, Function<Runnable, Runnable> interrupts,
        boolean terminal, List<Published> published) {}
