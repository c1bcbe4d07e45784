package org.lamina.ui.canvas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.lamina.graph.NodeId;
import org.lamina.ui.Entering;
import org.lamina.ui.take.Take;

/// What of the drawing is in sight. Only that much of the scenery is drawn; of a large one a small map shows the rest.
/// Once everything is in sight it stays so when the window changes, until somebody looks elsewhere.
final class Viewport {
    private static final double ZOOM_STEP = 1.25;
    private static final int MAP_FROM = 20;
    private static final Duration STILL = Duration.millis(180);

    private final Region canvas;
    private final Camera camera;
    private final Scenery scenery;
    private final Runnable onMoved;
    private final MiniMap map;
    private final Map<List<NodeId>, Camera.Sight> left = new HashMap<>();
    private final PauseTransition rest = new PauseTransition(STILL);
    private boolean fitted = true;
    private double fittedWidth;
    private double fittedHeight;
    /// The smallest enlargement at which everything is to be in sight.
    private double least = Camera.LEGIBLE;
    /// Whether nodes are still coming into sight.
    private boolean arriving;

    /// @param onMoved called whenever another part comes into sight
    Viewport(Region canvas, Camera camera, Scenery scenery, Runnable onMoved) {
        this.canvas = canvas;
        this.camera = camera;
        this.scenery = scenery;
        this.onMoved = onMoved;
        map = new MiniMap(camera);
        camera.drive(scenery);
        camera.onMoved(this::moved);
        rest.setOnFinished(_ -> scenery.hurry(false));
    }

    MiniMap map() {
        return map;
    }

    /// 1 is 100 %.
    ReadOnlyDoubleProperty zoomProperty() {
        return camera.zoomProperty();
    }

    Point2D centre() {
        return new Point2D(canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    private void moved() {
        fitted = false;
        onMoved.run();
        cull();
        scenery.hurry(true);
        rest.playFromStart();
    }

    /// Draws what is in sight and nothing else.
    void cull() {
        Bounds seen = camera.seen(canvas.getWidth(), canvas.getHeight());
        boolean left = scenery.cull(seen, camera.zoom());
        if (left && !arriving)
            Entering.soon(this::goOn);
        arriving = left;
        map.frame(seen, canvas.getWidth(), canvas.getHeight());
        map.setVisible(scenery.nodes().size() >= MAP_FROM
                && scenery.extent().filter(all -> !seen.contains(all)).isPresent());
    }

    /// Draws more of what is in sight. Once all is there, everything is fitted anew: now it is known how large it is.
    private void goOn() {
        arriving = false;
        cull();
        if (!arriving && fitted) {
            scenery.applyCss();
            scenery.layout();
            fittedWidth = 0;
            canvas.requestLayout();
        }
    }

    void drawMap() {
        scenery.extent().ifPresent(all -> map.draw(scenery.boxes(), all));
    }

    /// Takes something of the whole scenery, drawn as at 100 %.
    <T> Take<T> whole(Supplier<Take<T>> begin) {
        return new WholeNetwork<>(scenery, this::cull, begin);
    }

    /// Goes from one block to another, or to the network around them, which is seen as it was left.
    void enter(List<NodeId> before, List<NodeId> now) {
        left.put(before, camera.sight());
        Camera.Sight again = left.get(now);
        fitted = true;
        fittedWidth = 0;
        least = Camera.LEGIBLE;
        if (again != null)
            camera.look(again);
    }

    /// Follows the canvas, which has been laid out.
    void settle() {
        if (fitted && (canvas.getWidth() != fittedWidth || canvas.getHeight() != fittedHeight)) {
            fittedWidth = canvas.getWidth();
            fittedHeight = canvas.getHeight();
            fitAll();
            scenery.applyCss();
            scenery.layout();
        }
        if (!arriving)
            cull();
    }

    /// Brings a part of the drawing into sight.
    void reveal(Bounds world) {
        camera.reveal(world, canvas.getWidth(), canvas.getHeight());
    }

    /// Shows everything.
    void fit() {
        least = Camera.SMALLEST;
        fitAll();
    }

    private void fitAll() {
        scenery.extentWithWires().ifPresentOrElse(all -> {
            camera.fit(all, canvas.getWidth(), canvas.getHeight(), least);
            fitted = true;
        }, this::zoomFull);
    }

    /// Pushes the drawing by so many pixels.
    void pan(double dx, double dy) {
        camera.pan(dx, dy);
    }

    void zoomIn() {
        camera.zoomBy(ZOOM_STEP, centre());
    }

    void zoomOut() {
        camera.zoomBy(1 / ZOOM_STEP, centre());
    }

    /// 100 %.
    void zoomFull() {
        camera.zoomBy(1 / camera.zoom(), centre());
    }
}
