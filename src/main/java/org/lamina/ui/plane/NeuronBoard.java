package org.lamina.ui.plane;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Drawing;
import org.lamina.app.PlaneColumns.Column;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Extent;
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

    /// Told of a weight that a person typed.
    @FunctionalInterface
    interface Typed {
        void put(NodeId layer, int index, float value);
    }

    private final Drawing drawing;
    private final Typed typed;
    private final Canvas canvas = new Canvas();
    private List<WeightLine> lines = List.of();
    private List<Column> columns = List.of();
    private BoardLayout places = BoardLayout.of(List.of(), 0, 0, 0);
    private Colouring colouring = new Colouring(Extent.LAYER, 1, null);
    private Theme theme = Theme.LIGHT;
    private @Nullable Neuron chosen;
    private @Nullable WeightLine pointed;
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

    void show(List<Column> now, Theme look, Colouring how) {
        colouring = how;
        columns = now;
        theme = look;
        if (chosen != null && (chosen.column() >= now.size() || chosen.unit() >= now.get(chosen.column()).units()))
            chosen = null;
        places = BoardLayout.of(now.stream().map(Column::units).toList(), now.isEmpty() ? 0
                : BoardPainter.side(now.getFirst()), getWidth(), getHeight());
        setMinWidth(places.leastWidth());
        lines = WeightLine.strongest(columns, chosen);
        draw();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    private void draw() {
        new BoardPainter(canvas.getGraphicsContext2D(), places, theme, colouring).paint(lines, pointed, columns, chosen,
                this::name);
    }

    private void point(MouseEvent e) {
        Neuron neuron = places.at(e.getX(), e.getY());
        WeightLine line = neuron == null ? WeightLine.near(lines, places, e.getX(), e.getY()) : null;
        point(line, neuron != null ? title(neuron) + ": click to see it large"
                : line != null ? words(line) + ". Click to type another" : "");
    }

    private void point(@Nullable WeightLine line, String text) {
        if (text.equals(words.get()))
            return;
        pointed = line;
        words.set(text);
        draw();
    }

    private String words(WeightLine line) {
        return "%s → %s: weight %s".formatted(title(line.from()), title(line.to()), Legend.words(line.weight()));
    }

    private void press(MouseEvent e) {
        requestFocus();
        Neuron neuron = places.at(e.getX(), e.getY());
        WeightLine line = neuron == null ? WeightLine.near(lines, places, e.getX(), e.getY()) : null;
        if (line != null)
            type(line, e.getX(), e.getY());
        else
            choose(neuron == null || neuron.equals(chosen) ? null : neuron);
        e.consume();
    }

    private void choose(@Nullable Neuron neuron) {
        chosen = neuron;
        lines = WeightLine.strongest(columns, chosen);
        draw();
        onChosen.run();
    }

    private void type(WeightLine line, double x, double y) {
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
