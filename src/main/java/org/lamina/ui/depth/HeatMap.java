package org.lamina.ui.depth;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.ColourMap;

/// Numbers from 0 to 1 as coloured cells, a row and a column each with a name. A click or the arrows choose a cell, the
/// pointer looks at one.
final class HeatMap extends Pane {

    private static final double NARROWEST = 46;
    private static final double WIDEST = 92;
    private static final double LOWEST = 18;
    private static final double TALLEST = 40;
    private static final double HEADS = 38;
    private static final double GAP = 2;
    /// Where the colours begin that are light enough for black text.
    private static final double LIGHT = 0.65;

    /// A number by its place.
    record Cell(int row, int column) {}

    private final Consumer<@Nullable Cell> told;
    private final Canvas canvas = new Canvas();
    /// Has the font and the colour that the style sheet gives text here.
    private final Label ink = new Label();
    private List<String> rows = List.of();
    private List<String> columns = List.of();
    private double[][] values = new double[0][];
    private @Nullable Cell chosen;
    private @Nullable Cell pointed;

    /// @param told hears of the cell to speak of: the one pointed at, else the chosen one
    HeatMap(Consumer<@Nullable Cell> told) {
        this.told = told;
        setId("heat-map");
        getStyleClass().add("heat-map");
        ink.setVisible(false);
        getChildren().addAll(canvas, ink);
        setFocusTraversable(true);
        setOnMouseMoved(e -> point(at(e)));
        setOnMouseExited(_ -> point(null));
        setOnMouseClicked(e -> {
            requestFocus();
            choose(at(e));
        });
        setOnKeyPressed(this::key);
        ink.fontProperty().subscribe(_ -> draw());
        ink.textFillProperty().subscribe(_ -> draw());
        layoutBoundsProperty().subscribe(_ -> draw());
    }

    void show(List<String> rowNames, List<String> columnNames, double[][] numbers) {
        rows = rowNames;
        columns = columnNames;
        values = numbers;
        chosen = isInside(chosen) ? chosen : null;
        pointed = isInside(pointed) ? pointed : null;
        setMinSize(left() + columns.size() * NARROWEST + GAP, HEADS + rows.size() * LOWEST + GAP);
        setPrefSize(getMinWidth(), getMinHeight());
        draw();
    }

    private boolean isInside(@Nullable Cell cell) {
        return cell != null && cell.row() < rows.size() && cell.column() < columns.size();
    }

    @Nullable
    Cell cell() {
        return pointed == null ? chosen : pointed;
    }

    private double left() {
        double longest = rows.stream().mapToInt(String::length).max().orElse(0) * ink.getFont().getSize() * 0.6;
        return Math.clamp(longest + 10, 60, 180);
    }

    private double width() {
        return Math.clamp((getWidth() - left()) / Math.max(1, columns.size()), NARROWEST, WIDEST);
    }

    private double height() {
        return Math.clamp((getHeight() - HEADS) / Math.max(1, rows.size()), LOWEST, TALLEST);
    }

    private @Nullable Cell at(MouseEvent event) {
        if (event.getX() < left() || event.getY() < HEADS)
            return null;
        Cell cell = new Cell((int) ((event.getY() - HEADS) / height()), (int) ((event.getX() - left()) / width()));
        return isInside(cell) ? cell : null;
    }

    private void point(@Nullable Cell at) {
        if (at == null ? pointed == null : at.equals(pointed))
            return;
        pointed = at;
        changed();
    }

    private void choose(@Nullable Cell at) {
        chosen = at;
        changed();
    }

    private void changed() {
        draw();
        told.accept(cell());
    }

    private void key(KeyEvent event) {
        if (rows.isEmpty())
            return;
        Cell now = chosen == null ? new Cell(0, 0) : chosen;
        switch (event.getCode()) {
            case LEFT -> choose(new Cell(now.row(), Math.max(0, now.column() - 1)));
            case RIGHT -> choose(new Cell(now.row(), Math.min(columns.size() - 1, now.column() + 1)));
            case UP -> choose(new Cell(Math.max(0, now.row() - 1), now.column()));
            case DOWN -> choose(new Cell(Math.min(rows.size() - 1, now.row() + 1), now.column()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void draw() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setFont(ink.getFont());
        pen.setTextBaseline(VPos.CENTER);
        drawNames(pen);
        pen.setTextAlign(TextAlignment.CENTER);
        for (int row = 0; row < rows.size(); row++)
            for (int column = 0; column < columns.size(); column++)
                drawCell(pen, row, column);
        drawFrame(pen, chosen, 3);
        drawFrame(pen, pointed, 1.5);
    }

    /// Names of columns stand in two lines, turn about, where they are too long for one.
    private void drawNames(GraphicsContext pen) {
        pen.setFill(ink.getTextFill());
        pen.setTextAlign(TextAlignment.RIGHT);
        for (int row = 0; row < rows.size(); row++)
            pen.fillText(rows.get(row), left() - 8, HEADS + (row + 0.5) * height(), left() - 10);
        pen.setTextAlign(TextAlignment.CENTER);
        for (int column = 0; column < columns.size(); column++)
            pen.fillText(columns.get(column), left() + (column + 0.5) * width(),
                    HEADS * (column % 2 == 0 ? 0.75 : 0.28),
                    2 * width() - 8);
    }

    private void drawCell(GraphicsContext pen, int row, int column) {
        double value = values[row][column];
        double x = left() + column * width();
        double y = HEADS + row * height();
        if (Double.isNaN(value)) {
            pen.setFill(ink.getTextFill());
            pen.fillText("–", x + width() / 2, y + height() / 2);
            return;
        }
        int colour = ColourMap.SEQUENTIAL.at(value);
        pen.setFill(Color.rgb(colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF));
        pen.fillRect(x, y, width() - GAP, height() - GAP);
        pen.setFill(contrast(value));
        pen.fillText("%.2f".formatted(value), x + (width() - GAP) / 2, y + (height() - GAP) / 2);
    }

    private void drawFrame(GraphicsContext pen, @Nullable Cell cell, double line) {
        if (cell == null)
            return;
        pen.setStroke(contrast(values[cell.row()][cell.column()]));
        pen.setLineWidth(line);
        pen.strokeRect(left() + cell.column() * width() + line / 2, HEADS + cell.row() * height() + line / 2,
                width() - GAP - line, height() - GAP - line);
    }

    /// What can be seen on the colour of a value, or beside it.
    private Paint contrast(double value) {
        return Double.isNaN(value) ? ink.getTextFill() : value > LIGHT ? Color.BLACK : Color.WHITE;
    }
}
