package org.lamina.ui;

import javafx.scene.Node;
import org.lamina.app.Wish;

/// A part of the window that follows a run. What is out of sight wants nothing and is not redrawn.
public interface LivePanel {

    /// What must be in sight for the panel to live.
    Node node();

    /// What the panel wants to be told while it is in sight.
    default Wish wish() {
        return Wish.NOTHING;
    }

    /// Shows what has changed; asked once per pulse while in sight.
    ///
    /// @param nanos time of the pulse
    void refresh(long nanos);
}
