package org.lamina.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way onto the FX thread. View models get it as a plain [Executor].
public final class FxDoor {

    /// Runs work on the FX thread after what waits there already.
    public static final Executor EXECUTOR = Platform::runLater;

    private FxDoor() {}

    /// Runs work on the FX thread: at once when asked from there, else soon.
    public static void run(Runnable work) {
        if (Platform.isFxApplicationThread())
            work.run();
        else
            EXECUTOR.execute(work);
    }
}
