package org.lamina.ui.maps;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

/// One unit, as large as there is room for, with its numbers. Arrows walk over its cells.
final class UnitPane extends VBox implements Takeaway {

    private static final double WIDTH = 172;
    private static final double LEAST = 48;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private final Label numbers = new Label();
    private final Consumer<@Nullable Cell> pointed;
    private @Nullable Units units;
    private int unit;
    private @Nullable Cell cell;

    /// @param pointed hears of the cell under the pointer or chosen by arrows; of null where there is none
    /// @param tools what can be done with the unit
    UnitPane(Consumer<@Nullable Cell> pointed, Node tools) {
        this.pointed = pointed;
        setId("maps-unit");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        numbers.getStyleClass().add("live-text");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        room.setId("maps-unit-cells");
        room.setFocusTraversable(true);
        room.setAccessibleText("Cells of the unit; arrows walk over them and frame on the input what each sees");
        room.setOnMouseMoved(e -> pointed.accept(at(e.getX() / pixels.scale(), e.getY() / pixels.scale())));
        room.setOnMouseExited(_ -> pointed.accept(null));
        room.setOnMouseClicked(_ -> room.requestFocus());
        room.setOnKeyPressed(this::key);
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        room.setMinSize(LEAST, LEAST);
        room.setPrefSize(LEAST, LEAST);
        room.layoutBoundsProperty().subscribe(_ -> fit());
        setVgrow(room, Priority.ALWAYS);
        setMinWidth(WIDTH);
        getChildren().addAll(title, tools, room, numbers);
    }

    void show(String name, Units newest, int which, Scale scale) {
        units = newest;
        unit = which;
        title.setText(name);
        pixels.draw(Mosaic.single(newest), (_, index) -> scale.colour(newest.values()[newest.start(which) + index]));
        fit();
        numbers.setText(words(newest.of(which)));
    }

    @Override
    public String subject() {
        return title.getText();
    }

    @Override
    public Node pictured() {
        return room;
    }

    @Override
    public Numbers numbers() {
        return units == null ? Numbers.NONE : Numbers.grid(subject(),
                new Units(1, units.width(), units.height(), units.of(unit)));
    }

    /// Frames the cell whose field is shown; none where it is null.
    void frame(@Nullable Cell shown) {
        cell = shown;
        place();
    }

    private void place() {
        Cell at = cell;
        frame.setVisible(at != null);
        if (at == null)
            return;
        double scale = pixels.scale();
        frame.setX(at.x() * scale);
        frame.setY(at.y() * scale);
        frame.setWidth(scale);
        frame.setHeight(scale);
    }

    private @Nullable Cell at(double x, double y) {
        Units shown = units;
        return shown == null || x < 0 || y < 0 || x >= shown.width() || y >= shown.height() ? null
                : new Cell(unit, (int) x, (int) y);
    }

    private void key(KeyEvent event) {
        Units shown = units;
        KeyCode code = event.getCode();
        if (shown == null || !code.isArrowKey())
            return;
        Cell now = cell == null ? new Cell(unit, shown.width() / 2, shown.height() / 2) : cell;
        int across = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
        int down = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
        pointed.accept(new Cell(unit, Math.clamp(now.x() + across, 0, shown.width() - 1),
                Math.clamp(now.y() + down, 0, shown.height() - 1)));
        event.consume();
    }

    private void fit() {
        double side = Math.clamp(room.getHeight(), LEAST, WIDTH);
        pixels.fit(side, side);
        place();
    }

    private static String words(float[] values) {
        if (values.length == 1)
            return "value " + Legend.words(values[0]);
        double sum = 0;
        float min = values[0];
        float max = values[0];
        int zeros = 0;
        for (float value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            zeros += value == 0 ? 1 : 0;
        }
        return "min %s   max %s\nmean %s   %.0f %% zero".formatted(Legend.words(min), Legend.words(max),
                Legend.words(sum / values.length), 100.0 * zeros / values.length);
    }
}
