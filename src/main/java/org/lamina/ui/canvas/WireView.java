package org.lamina.ui.canvas;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;
import org.lamina.app.NodeText;
import org.lamina.graph.Inference;
import org.lamina.graph.Wire;
import org.lamina.spec.Inferred;
import org.lamina.tensor.Shape;
import org.lamina.ui.LazyTip;

/// One wire: the curve, a wider one for the mouse, and the shape it carries. All three are made when it is first seen.
final class WireView extends Group {
    private static final double MARGIN = 6;
    /// Clear of the ports.
    private static final double ABOVE = 7;
    /// Height of the largest picture that moves along a wire.
    private static final double CARGO = 40;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final Wire wire;
    private final Path line = new Path();
    private final Path reach = new Path();
    private @Nullable Label shape;
    private boolean near;
    private Inference inference;
    private @Nullable Ink ink;
    private @Nullable Ink light;
    private Route route = Route.direct(Point2D.ZERO, Point2D.ZERO);

    WireView(Wire wire, Inference inference) {
        this.wire = wire;
        this.inference = inference;
        setId("wire-" + wire.from() + "-" + wire.to() + "-" + wire.port());
        getStyleClass().add("wire-view");
        line.getStyleClass().add("wire");
        line.setMouseTransparent(true);
        reach.getStyleClass().add("wire-reach");
        LazyTip.install(this, this::words);
        setCursor(Cursor.HAND);
        show(inference);
    }

    Wire wire() {
        return wire;
    }

    Route route() {
        return route;
    }

    /// The box around it and what may come to be shown above it.
    Bounds room() {
        Bounds way = route.bounds();
        double above = CARGO + ABOVE;
        return new BoundingBox(way.getMinX(), way.getMinY() - above, way.getWidth(), way.getHeight() + above);
    }

    void follow(Route way) {
        if (way.equals(route))
            return;
        route = way;
        draw();
    }

    private void draw() {
        if (getChildren().isEmpty())
            return;
        draw(line, route);
        draw(reach, route);
        centre();
    }

    static void draw(Path path, Route way) {
        path.getElements().setAll(new MoveTo(way.points().getFirst().getX(), way.points().getFirst().getY()));
        for (int i = 0; i < way.curves(); i++) {
            Point2D a = way.points().get(4 * i + 1);
            Point2D b = way.points().get(4 * i + 2);
            Point2D end = way.points().get(4 * i + 3);
            path.getElements()
                    .add(new CubicCurveTo(a.getX(), a.getY(), b.getX(), b.getY(), end.getX(), end.getY()));
        }
    }

    /// Shows what the wire carries, and whether its target takes it.
    void show(Inference known) {
        inference = known;
        pseudoClassStateChanged(ERROR, known.at(wire.to()) instanceof Inferred.Refused(_, var parameter, _)
                && parameter == null);
        write();
    }

    private String carried() {
        return inference.shape(wire.from()).map(Shape::toString).orElse("?");
    }

    /// Draws it so for the sake of what it carries; as by itself where both are null.
    ///
    /// @param above drawn in place of the other
    void ink(@Nullable Ink now, @Nullable Ink above) {
        if (Objects.equals(now, ink) && Objects.equals(above, light))
            return;
        ink = now;
        light = above;
        Ink seen = seen();
        line.setStyle(seen == null ? "" : seen.style());
        write();
        centre();
    }

    private @Nullable Ink seen() {
        return light == null ? ink : light;
    }

    /// What moves along the wire, else the shape that it carries.
    private void write() {
        if (shape == null)
            return;
        Ink.Cargo cargo = cargo();
        shape.setText(cargo == null ? carried() : cargo.text());
        shape.setGraphic(cargo == null ? null : cargo.picture());
    }

    private Ink.@Nullable Cargo cargo() {
        Ink seen = seen();
        return seen == null ? null : seen.cargo();
    }

    private String words() {
        Ink seen = seen();
        return LazyTip.lines(NodeText.details(wire, inference), seen == null ? "" : seen.words());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Shows that what is dropped now goes into this wire.
    void target(boolean target) {
        pseudoClassStateChanged(TARGET, target);
    }

    /// Fades while its end is in hand; it must stay in the scene, as the mouse events go to it.
    void lift(boolean lifted) {
        setOpacity(lifted ? 0.2 : 1);
    }

    /// Writes the shape on it, or leaves out what cannot be read from far away.
    void show(boolean inSight, boolean fromNear) {
        setVisible(inSight);
        if (!inSight)
            return;
        near = fromNear;
        if (getChildren().isEmpty()) {
            getChildren().addAll(reach, line);
            draw();
        }
        if (near && shape == null)
            label();
        centre();
    }

    private void label() {
        Label label = new Label();
        label.setContentDisplay(ContentDisplay.TOP);
        label.setGraphicTextGap(1);
        label.getStyleClass().add("wire-shape");
        label.widthProperty().addListener((_, _, _) -> centre());
        label.heightProperty().addListener((_, _, _) -> centre());
        shape = label;
        write();
        getChildren().add(label);
    }

    /// The label stands in the middle, on a short wire above it; where there is no room, the source alone shows the
    /// shape.
    private void centre() {
        if (shape == null)
            return;
        double way = route.points().getFirst().distance(route.points().getLast());
        shape.setVisible(near && (way > shape.getWidth() || cargo() != null));
        boolean tight = way < shape.getWidth() + 4 * MARGIN;
        Point2D middle = route.middle();
        shape.relocate(Math.rint(middle.getX() - shape.getWidth() / 2),
                Math.rint(middle.getY() - (tight ? shape.getHeight() + ABOVE : shape.getHeight() / 2)));
    }
}
