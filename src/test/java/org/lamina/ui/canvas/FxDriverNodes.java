package org.lamina.ui.canvas;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.lamina.graph.NodeId;
import org.lamina.ui.FxDriver;

/// What the tests look at on a bench.
final class FxDriverNodes {

    private FxDriverNodes() {}

    static List<String> selected(Bench bench) {
        return FxDriver.call(() -> bench.editor.selection().nodes().stream().map(NodeId::value).toList());
    }

    static void clipboard(String text) {
        FxDriver.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    static double zoom(Bench bench) {
        return FxDriver.call(() -> bench.canvas.zoomProperty().get());
    }

    static void focusCanvas(Bench bench) {
        FxDriver.run(bench.canvas::requestFocus);
    }

    /// Pairs of nodes that cover each other.
    static long overlaps(Bench bench) {
        List<Node> nodes = bench.hand.all(".node-view");
        return FxDriver.call(() -> nodes.stream()
                .mapToLong(a -> nodes.stream()
                        .filter(b -> a != b && ((NodeView) a).box().intersects(((NodeView) b).box())).count())
                .sum());
    }
}
