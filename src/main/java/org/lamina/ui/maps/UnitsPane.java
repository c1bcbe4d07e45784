package org.lamina.ui.maps;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Numbers;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;
import org.lamina.ui.take.Takeaway;

/// A mosaic of units under a title, with its colour scale; tells which unit is pointed at. Arrows go from unit to unit.
final class UnitsPane extends VBox implements Takeaway {

    private static final double LEGEND = 130;
    private static final int SMALLEST_CELL = 14;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private final Legend legend = new Legend(LEGEND);
    private @Nullable Mosaic mosaic;
    private Numbers numbers = Numbers.NONE;
    private int chosen = -1;
    private Consumer<@Nullable Cell> pointed = _ -> {};
    private IntConsumer opened = _ -> {};

    UnitsPane(String id) {
        setId(id);
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        room.setMinSize(40, 40);
        legend.setMinHeight(USE_PREF_SIZE);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(title, room, legend);
        room.setId(id + "-units");
        room.setFocusTraversable(true);
        room.setAccessibleText("Units; arrows choose one");
        room.setOnKeyPressed(this::key);
        room.setOnMouseMoved(e -> pointed.accept(cellAt(e)));
        room.setOnMouseExited(_ -> pointed.accept(null));
        room.setOnMouseClicked(e -> open(cellAt(e)));
        room.layoutBoundsProperty().subscribe(_ -> place());
    }

    /// @param listener hears of the number under the pointer; of null where there is none
    void onPoint(Consumer<@Nullable Cell> listener) {
        pointed = listener;
    }

    /// @param listener hears of a unit that is clicked
    void onOpen(IntConsumer listener) {
        opened = listener;
    }

    /// The size that the mosaic has to fit into.
    double aspect() {
        return Math.max(0.2, room.getWidth() / Math.max(1, room.getHeight()));
    }

    void show(String text, Units units, Mosaic.Paint paint, Scale scale) {
        title.setText(text);
        numbers = Numbers.grid(text, units);
        Mosaic next = Mosaic.fitting(units, aspect());
        mosaic = next;
        pixels.draw(next, paint);
        legend.show(scale);
        place();
    }

    @Override
    public String subject() {
        return title.getText();
    }

    @Override
    public Node pictured() {
        return this;
    }

    @Override
    public Numbers numbers() {
        return numbers;
    }

    /// Frames a unit; -1 for none.
    void choose(int unit) {
        chosen = unit;
        place();
    }

    private void place() {
        Mosaic shown = mosaic;
        if (shown == null)
            return;
        double cell = shown.unitWidth() == 1 && shown.unitHeight() == 1 ? SMALLEST_CELL * 2.0 : Double.MAX_VALUE;
        pixels.fit(Math.min(room.getWidth(), shown.width() * cell), Math.min(room.getHeight(), shown.height() * cell));
        frame.setVisible(chosen >= 0 && chosen < shown.count());
        if (!frame.isVisible())
            return;
        double scale = pixels.scale();
        frame.setX(shown.x(chosen) * scale);
        frame.setY(shown.y(chosen) * scale);
        frame.setWidth(shown.unitWidth() * scale);
        frame.setHeight(shown.unitHeight() * scale);
    }

    private void open(@Nullable Cell at) {
        room.requestFocus();
        if (at != null)
            opened.accept(at.unit());
    }

    private void key(KeyEvent event) {
        Mosaic shown = mosaic;
        if (shown == null || !event.getCode().isArrowKey())
            return;
        int by = switch (event.getCode()) {
            case RIGHT -> 1;
            case LEFT -> -1;
            case DOWN -> shown.columns();
            default -> -shown.columns();
        };
        opened.accept(Math.clamp(Math.max(0, chosen) + by, 0, shown.count() - 1));
        event.consume();
    }

    private @Nullable Cell cellAt(MouseEvent event) {
        Mosaic shown = mosaic;
        if (shown == null)
            return null;
        double x = event.getX() / pixels.scale();
        double y = event.getY() / pixels.scale();
        int unit = shown.unitAt(x, y);
        return unit < 0 ? null : new Cell(unit, Math.min((int) x - shown.x(unit), shown.unitWidth() - 1),
                Math.min((int) y - shown.y(unit), shown.unitHeight() - 1));
    }
}
