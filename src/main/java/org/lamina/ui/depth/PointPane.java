package org.lamina.ui.depth;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;
import org.lamina.ui.theme.Theme;

/// Samples as points of a plane. A drag draws a lasso around some, a click takes one, the wheel comes closer, the right
/// button moves the plane, a double click shows all. Where few are in sight they are small pictures.
final class PointPane extends Pane {

    /// Points that are drawn as pictures at most.
    static final int PICTURES = 80;
    private static final double MARGIN = 18;
    private static final double DOT = 7;
    private static final double PICTURE = 30;
    private static final double CLICK = 4;

    /// One sample.
    ///
    /// @param category its class; 0 where there are none
    record Dot(double x, double y, int sample, int category, boolean right) {}

    private final Consumer<Set<Integer>> chosen;
    private final IntFunction<@Nullable Image> pictures;
    private final Canvas canvas = new Canvas();
    private final Polygon lasso = new Polygon();
    private List<Dot> dots = List.of();
    private Set<Integer> selected = Set.of();
    private Theme theme = Theme.LIGHT;
    /// Pixels of a unit; 0 to show all.
    private double zoom;
    /// The same where all is shown.
    private double whole = 1;
    private Point2D middle = Point2D.ZERO;
    private Point2D grip = Point2D.ZERO;

    /// @param chosen hears of the samples that a person chose
    /// @param pointed hears of the one under the pointer, or null
    /// @param pictures by sample; null while there is none
    PointPane(Consumer<Set<Integer>> chosen, Consumer<@Nullable Dot> pointed, IntFunction<@Nullable Image> pictures) {
        this.chosen = chosen;
        this.pictures = pictures;
        setId("depth-points");
        getStyleClass().add("point-pane");
        setMinSize(160, 110);
        lasso.getStyleClass().add("lasso");
        lasso.setManaged(false);
        lasso.setMouseTransparent(true);
        getChildren().addAll(canvas, lasso);
        setOnMousePressed(e -> {
            grip = at(e);
            lasso.getPoints().setAll(e.getX(), e.getY());
        });
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnMouseMoved(e -> pointed.accept(nearest(at(e))));
        setOnMouseExited(_ -> pointed.accept(null));
        setOnScroll(this::scrolled);
        layoutBoundsProperty().subscribe(_ -> draw());
    }

    void show(List<Dot> next, Theme colours) {
        dots = next;
        theme = colours;
        draw();
    }

    /// Puts a ring around some samples.
    void select(Set<Integer> samples) {
        selected = samples;
        draw();
    }

    /// Shows all points.
    void fit() {
        zoom = 0;
        draw();
    }

    /// Samples in sight, where they are few enough for pictures.
    List<Integer> few() {
        List<Integer> seen = dots.stream().filter(d -> getLayoutBounds().contains(place(d))).map(Dot::sample)
                .limit(PICTURES + 1).toList();
        return seen.size() > PICTURES ? List.of() : seen;
    }

    private static Point2D at(MouseEvent event) {
        return new Point2D(event.getX(), event.getY());
    }

    /// Kept by [#frame] while all is shown.
    private double scale() {
        return zoom > 0 ? zoom : whole;
    }

    /// Finds out where all points lie, where all are to be shown.
    private void frame() {
        if (zoom > 0)
            return;
        double left = dots.stream().mapToDouble(Dot::x).min().orElse(0);
        double right = dots.stream().mapToDouble(Dot::x).max().orElse(0);
        double low = dots.stream().mapToDouble(Dot::y).min().orElse(0);
        double high = dots.stream().mapToDouble(Dot::y).max().orElse(0);
        middle = new Point2D((left + right) / 2, (low + high) / 2);
        whole = Math.min((getWidth() - 2 * MARGIN) / Math.max(1e-9, right - left),
                (getHeight() - 2 * MARGIN) / Math.max(1e-9, high - low));
    }

    private Point2D place(Dot dot) {
        double scale = scale();
        return new Point2D(getWidth() / 2 + (dot.x() - middle.getX()) * scale,
                getHeight() / 2 - (dot.y() - middle.getY()) * scale);
    }

    private void scrolled(ScrollEvent event) {
        double before = scale();
        zoom = before * Math.pow(1.0025, event.getDeltaY());
        double x = (event.getX() - getWidth() / 2) * (1 / before - 1 / zoom);
        double y = (getHeight() / 2 - event.getY()) * (1 / before - 1 / zoom);
        middle = middle.add(x, y);
        event.consume();
        draw();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            lasso.getPoints().addAll(event.getX(), event.getY());
            return;
        }
        zoom = scale();
        Point2D moved = at(event).subtract(grip);
        middle = middle.subtract(moved.getX() / zoom, -moved.getY() / zoom);
        grip = at(event);
        draw();
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY)
            if (event.getClickCount() == 2)
                fit();
            else if (lasso.getLayoutBounds().getWidth() + lasso.getLayoutBounds().getHeight() < CLICK)
                choose(nearest(at(event)));
            else
                choose(dots.stream().filter(d -> lasso.contains(place(d))).map(Dot::sample).toList());
        lasso.getPoints().clear();
    }

    private void choose(@Nullable Dot dot) {
        choose(dot == null ? List.of() : List.of(dot.sample()));
    }

    private void choose(List<Integer> samples) {
        chosen.accept(new HashSet<>(samples));
    }

    /// The point under the pointer; null where there is none.
    private @Nullable Dot nearest(Point2D at) {
        return dots.stream().filter(d -> place(d).distance(at) < DOT)
                .min((a, b) -> Double.compare(place(a).distance(at), place(b).distance(at))).orElse(null);
    }

    void draw() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        frame();
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        boolean few = !few().isEmpty();
        dots.forEach(dot -> draw(pen, dot, place(dot), few ? pictures.apply(dot.sample()) : null));
        pen.setStroke(Color.web(theme.foreground()));
        pen.setLineWidth(2);
        dots.stream().filter(d -> selected.contains(d.sample())).map(this::place)
                .forEach(at -> pen.strokeOval(at.getX() - DOT, at.getY() - DOT, 2 * DOT, 2 * DOT));
    }

    private void draw(GraphicsContext pen, Dot dot, Point2D at, @Nullable Image picture) {
        if (picture == null) {
            ClassMarks.draw(pen, dot.category(), theme, at.getX(), at.getY(), DOT, dot.right());
            return;
        }
        double width = PICTURE * Math.min(1, picture.getWidth() / picture.getHeight());
        double height = PICTURE * Math.min(1, picture.getHeight() / picture.getWidth());
        pen.drawImage(picture, at.getX() - width / 2, at.getY() - height / 2, width, height);
        pen.setStroke(ClassMarks.colour(dot.category(), theme));
        pen.setLineWidth(dot.right() ? 2 : 3);
        pen.setLineDashes(dot.right() ? new double[0] : new double[]{4, 3});
        pen.strokeRect(at.getX() - width / 2, at.getY() - height / 2, width, height);
        pen.setLineDashes();
    }
}
