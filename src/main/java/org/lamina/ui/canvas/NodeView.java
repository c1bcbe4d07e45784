package org.lamina.ui.canvas;

/// placeholder
final class NodeView {
    static final double WIDTH = 168;
}
