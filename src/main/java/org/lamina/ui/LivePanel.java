package org.lamina.ui;

import javafx.scene.Node;
import org.lamina.app.Wish;

/// A part of the window that follows a run. What is out of sight wants nothing and is not redrawn.
public interface LivePanel {

    /// No need to be asked again before something new comes.
    long CONTENT = Long.MAX_VALUE;

    /// What must be in sight for the panel to live.
    Node node();

    /// What the panel wants to be told while it is in sight.
    default Wish wish() {
        return Wish.NOTHING;
    }

    /// Shows what has changed; asked before each frame while in sight.
    ///
    /// @param nanos time of the frame
    /// @return nanoseconds after which it wants to be asked again, whatever comes
    long refresh(long nanos);
}
