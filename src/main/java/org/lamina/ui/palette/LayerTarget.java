package org.lamina.ui.palette;

import org.lamina.spec.Layer;

/// Where layers of the palette go: a canvas.
public interface LayerTarget {

    /// Adds a layer behind the selected one.
    void append(Layer layer);

    /// Begins to drag a layer.
    Carried carry(Layer layer);

    /// A layer on its way. Positions are in the scene.
    interface Carried {
        void to(double sceneX, double sceneY);

        void drop(double sceneX, double sceneY);

        void abort();
    }
}
