package org.lamina.ui.canvas;

import javafx.geometry.Point2D;

/// Something done with the pointer held down: previews while it moves, then one change or none. Positions are in view
/// coordinates.
interface Gesture {

    void move(Point2D view);

    /// Ends with the change that was previewed.
    void drop(Point2D view);

    /// Ends without any change.
    void abort();
}
