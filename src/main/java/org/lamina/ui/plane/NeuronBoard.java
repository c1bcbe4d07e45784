package org.lamina.ui.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.PlaneColumns.Column;
import org.lamina.app.colour.Scale;
import org.lamina.graph.NodeId;
import org.lamina.ui.maps.Legend;
import org.lamina.ui.theme.Theme;

/// All neurons as small pictures of the plane, column by column, and the weights between them as lines: blue for
/// positive, orange for negative, thicker for larger. A click on a neuron chooses it, a click on a line lets a person
/// type another weight.
final class NeuronBoard extends Pane {

    /// @param column counted from 0
    /// @param unit counted from 0
    record Neuron(int column, int unit) {}

    /// A weight between two neurons.
    private record Line(Neuron from, Neuron to, float weight, double share) {}

    /// Told of a weight that a person typed.
    @FunctionalInterface
    interface Typed {
        void put(NodeId layer, int index, float value);
    }

    /// Every other point of the plane.
    private static final int THIN = 2;
    private static final int MOST_LINES = 300;
    private static final double NEAR = 5;

    private final Drawing drawing;
    private final Typed typed;
    private final Canvas canvas = new Canvas();
    private final List<Line> lines = new ArrayList<>();
    private List<Column> columns = List.of();
    private BoardLayout places = BoardLayout.of(List.of(), 0, 0, 0);
    private double gamma = 1;
    private Theme theme = Theme.LIGHT;
    private @Nullable Neuron chosen;
    private @Nullable Line pointed;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Runnable onChosen = () -> {};

    NeuronBoard(Drawing drawing, Typed typed) {
        this.drawing = drawing;
        this.typed = typed;
        setId("plane-neurons");
        setFocusTraversable(true);
        setAccessibleText("Neurons; arrow keys choose one");
        getChildren().add(canvas);
        setMinHeight(140);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> point(null, ""));
        setOnMousePressed(this::press);
        setOnKeyPressed(this::key);
    }

    void setOnChosen(Runnable listener) {
        onChosen = listener;
    }

    /// The neuron that is shown large; null for the network's answer.
    @Nullable
    Neuron chosen() {
        return chosen;
    }

    /// What the board was given to draw on.
    List<Double> room() {
        return List.of(getWidth(), getHeight());
    }

    /// What the pointer is at; empty where that is nothing.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    String title(Neuron neuron) {
        Column column = columns.get(neuron.column());
        String unit = column.layer() == null ? neuron.unit() == 0 ? "x" : "y" : String.valueOf(neuron.unit() + 1);
        return name(column) + " " + unit;
    }

    private String name(Column column) {
        String first = column.layer() == null ? "Input" : drawing.inference().label(column.layer());
        return column.layer() == null || column.shown().equals(column.layer()) ? first
                : first + " · " + drawing.inference().label(column.shown());
    }

    void show(List<Column> now, Theme look, double newGamma) {
        gamma = newGamma;
        columns = now;
        theme = look;
        if (chosen != null && (chosen.column() >= now.size() || chosen.unit() >= now.get(chosen.column()).units()))
            chosen = null;
        places = BoardLayout.of(now.stream().map(Column::units).toList(), now.isEmpty() ? 0
                : now.getFirst().neurons().sizes()[1] / THIN, getWidth(), getHeight());
        setMinWidth(places.leastWidth());
        connect();
        draw();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    /// The strongest weights of all layers; of a chosen neuron, all that it has.
    private void connect() {
        lines.clear();
        for (int c = 0; c < columns.size(); c++)
            connect(c, columns.get(c));
        Neuron only = chosen;
        if (only != null)
            lines.removeIf(line -> !line.from().equals(only) && !line.to().equals(only));
        lines.sort(Comparator.comparingDouble(line -> -line.share()));
        while (lines.size() > MOST_LINES)
            lines.removeLast();
    }

    private void connect(int index, Column column) {
        if (column.weights() == null || column.from() < 0)
            return;
        float[] weights = column.weights().values();
        float largest = 1e-9f;
        for (float weight : weights)
            largest = Math.max(largest, Math.abs(weight));
        int inputs = column.weights().sizes()[1];
        for (int i = 0; i < weights.length; i++)
            lines.add(new Line(new Neuron(column.from(), i % inputs), new Neuron(index, i / inputs), weights[i],
                    Math.abs(weights[i]) / largest));
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setImageSmoothing(false);
        for (Line line : lines.reversed())
            draw(g, line, 0.1 + 0.8 * line.share() * line.share());
        if (pointed != null)
            draw(g, pointed, 1);
        g.setFont(Font.font(12));
        g.setTextBaseline(VPos.TOP);
        for (int c = 0; c < columns.size(); c++)
            draw(g, c);
    }

    private void draw(GraphicsContext g, Line line, double opacity) {
        g.setStroke(Color.web(theme.series().get(line.weight() >= 0 ? 0 : 1), opacity));
        g.setLineWidth(line.equals(pointed) ? 5 : 0.5 + 3.5 * line.share());
        g.strokeLine(places.right(line.from()), places.middle(line.from()), places.x(line.to()),
                places.middle(line.to()));
    }

    private void draw(GraphicsContext g, int index) {
        Column column = columns.get(index);
        g.setFill(Color.web(theme.foreground()));
        g.fillText(column.layer() == null ? "Input x, y" : name(column), places.x(new Neuron(index, 0)), 4,
                places.titleWidth(index));
        Scale scale = Scale.of(column.neurons().values()).with(gamma);
        for (int unit = 0; unit < column.units(); unit++) {
            Neuron neuron = new Neuron(index, unit);
            g.drawImage(picture(column, unit, scale), places.x(neuron), places.y(neuron), places.side(),
                    places.side());
            boolean is = neuron.equals(chosen);
            g.setStroke(Color.web(is ? theme.foreground() : theme.line()));
            g.setLineWidth(is ? 3 : 1);
            g.strokeRect(places.x(neuron) - 0.5, places.y(neuron) - 0.5, places.side() + 1, places.side() + 1);
        }
    }

    private static WritableImage picture(Column column, int unit, Scale scale) {
        int full = column.neurons().sizes()[1];
        int side = full / THIN;
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = scale.colour(column.neurons().values()[unit * full * full + i / side * THIN * full
                    + i % side * THIN]);
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
        return image;
    }

    private void point(MouseEvent e) {
        Neuron neuron = places.at(e.getX(), e.getY());
        Line line = neuron == null ? near(e.getX(), e.getY()) : null;
        point(line, neuron != null ? title(neuron) + ": click to see it large"
                : line != null ? words(line) + ". Click to type another" : "");
    }

    private void point(@Nullable Line line, String text) {
        if (text.equals(words.get()))
            return;
        pointed = line;
        words.set(text);
        draw();
    }

    private String words(Line line) {
        return "%s → %s: weight %s".formatted(title(line.from()), title(line.to()), Legend.words(line.weight()));
    }

    private @Nullable Line near(double x, double y) {
        Line nearest = null;
        double least = NEAR;
        for (Line line : lines) {
            double distance = places.distance(line.from(), line.to(), x, y);
            if (distance < least) {
                least = distance;
                nearest = line;
            }
        }
        return nearest;
    }

    private void press(MouseEvent e) {
        requestFocus();
        Neuron neuron = places.at(e.getX(), e.getY());
        Line line = neuron == null ? near(e.getX(), e.getY()) : null;
        if (line != null)
            type(line, e.getX(), e.getY());
        else
            choose(neuron == null || neuron.equals(chosen) ? null : neuron);
        e.consume();
    }

    private void choose(@Nullable Neuron neuron) {
        chosen = neuron;
        connect();
        draw();
        onChosen.run();
    }

    private void type(Line line, double x, double y) {
        Column column = columns.get(line.to().column());
        if (column.layer() == null || column.weights() == null)
            return;
        NodeId layer = column.layer();
        int index = line.to().unit() * column.weights().sizes()[1] + line.from().unit();
        WeightField field = new WeightField(line.weight(), value -> typed.put(layer, index, value));
        field.setOnClosed(() -> {
            getChildren().remove(field);
            requestFocus();
        });
        getChildren().add(field);
        field.openAt(x, y, getWidth(), getHeight());
    }

    private void key(KeyEvent e) {
        if (columns.isEmpty())
            return;
        Neuron next = e.getCode() == KeyCode.ESCAPE && chosen != null ? null : places.next(chosen, e.getCode());
        boolean ours = e.getCode() == KeyCode.ESCAPE ? chosen != null : e.getCode().isArrowKey();
        if (!ours)
            return;
        choose(next);
        e.consume();
    }
}
