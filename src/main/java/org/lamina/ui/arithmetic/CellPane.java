package org.lamina.ui.arithmetic;

import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.lamina.app.Grid;
import org.lamina.app.colour.Scale;
import org.lamina.tensor.Tensor;
import org.lamina.ui.maps.Pixels;

/// One picture of a sample's numbers with some of them framed. A click or the arrow keys choose another number, page up
/// and down another channel.
final class CellPane extends VBox {

    private static final double SIDE = 150;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private IntConsumer chosen = _ -> {};
    private Grid grid = Grid.of(new int[]{1}, 0);
    private int cell;

    CellPane(String id) {
        super(6);
        setId(id);
        title.getStyleClass().add("part-title");
        title.setMinWidth(USE_PREF_SIZE);
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        room.setMinSize(SIDE, SIDE);
        room.setMaxSize(SIDE, SIDE);
        getChildren().addAll(title, room);
    }

    /// Lets a person choose a number.
    void onChoose(IntConsumer listener) {
        chosen = listener;
        room.setFocusTraversable(true);
        room.getStyleClass().add("cell-room");
        room.setAccessibleText("Choose a number: arrow keys move, page up and down change the map");
        room.setOnMousePressed(this::point);
        room.setOnKeyPressed(this::key);
    }

    /// @param framed numbers in the picture to be framed together; the picture is that of the first
    void show(String name, Tensor sample, int[] framed, double gamma) {
        cell = Arrays.stream(framed).filter(c -> c >= 0).findFirst().orElse(0);
        grid = Grid.of(sample.sizes(), cell);
        title.setText(grid.count() == 1 ? name : "%s, map %d of %d".formatted(name, grid.index() + 1, grid.count()));
        float[] values = Arrays.copyOfRange(sample.values(), grid.index() * grid.size(),
                (grid.index() + 1) * grid.size());
        Scale scale = Scale.of(values).with(gamma);
        pixels.draw(grid.columns(), grid.rows(), to -> {
            for (int i = 0; i < to.length; i++)
                to[i] = i < values.length ? scale.colour(values[i]) : 0;
        });
        pixels.fit(SIDE, SIDE);
        frame(Arrays.stream(framed).filter(grid::contains).toArray());
    }

    private void frame(int[] framed) {
        frame.setVisible(framed.length > 0);
        if (framed.length == 0)
            return;
        int left = Arrays.stream(framed).map(grid::column).min().orElseThrow();
        int right = Arrays.stream(framed).map(grid::column).max().orElseThrow();
        int top = Arrays.stream(framed).map(grid::row).min().orElseThrow();
        int bottom = Arrays.stream(framed).map(grid::row).max().orElseThrow();
        double scale = pixels.scale();
        frame.setX(left * scale);
        frame.setY(top * scale);
        frame.setWidth((right - left + 1) * scale);
        frame.setHeight((bottom - top + 1) * scale);
    }

    /// The drawer around it would take the focus, too.
    private void point(MouseEvent event) {
        event.consume();
        room.requestFocus();
        chosen.accept(grid.cell((int) (event.getY() / pixels.scale()), (int) (event.getX() / pixels.scale())));
    }

    private void key(KeyEvent event) {
        int row = grid.row(cell);
        int column = grid.column(cell);
        int next = switch (event.getCode()) {
            case LEFT -> grid.cell(row, column - 1);
            case RIGHT -> grid.cell(row, column + 1);
            case UP -> grid.cell(row - 1, column);
            case DOWN -> grid.cell(row + 1, column);
            case PAGE_UP -> grid.onward(cell, -1);
            case PAGE_DOWN -> grid.onward(cell, 1);
            default -> -1;
        };
        if (next < 0)
            return;
        event.consume();
        chosen.accept(next);
    }
}
