package org.lamina.ui.maps;

import java.util.List;
import java.util.concurrent.Executor;
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
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Tiles;
import org.lamina.app.colour.Units;
import org.lamina.ui.Newest;
import org.lamina.ui.take.Takeaway;

/// One unit, as large as there is room for, with its numbers. Arrows walk over its cells. What is not small is drawn off
/// the FX thread, and no finer than the display shows it.
final class UnitPane extends VBox implements Takeaway {

    private static final double WIDTH = 172;
    private static final double LEAST = 48;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private final Label numbers = new Label();
    private final Consumer<@Nullable Cell> pointed;
    private final Newest<Large> drawing;
    private @Nullable Large large;
    private @Nullable Cell cell;

    /// A unit on screen.
    ///
    /// @param index of the unit
    /// @param values the numbers of the unit, alone
    private record Large(String name, int index, Units values, Tiles tiles, String words) {}

    /// @param pointed hears of the cell under the pointer or chosen by arrows; of null where there is none
    /// @param tools what can be done with the unit
    /// @param background draws what is not small
    UnitPane(Consumer<@Nullable Cell> pointed, Node tools, Executor background) {
        this.pointed = pointed;
        drawing = new Newest<>(background, this::show);
        setId("maps-unit");
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        numbers.getStyleClass().add("live-text");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        room.setId("maps-unit-cells");
        room.setFocusTraversable(true);
        room.setAccessibleText("Cells of the unit; arrows walk over them and frame on the input what each sees");
        room.setOnMouseMoved(e -> pointed.accept(at(e.getX() / scale(), e.getY() / scale())));
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
        double side = side();
        double display = pixels.display();
        drawing.draw(newest.width() * newest.height(), () -> {
            Units values = new Units(1, newest.width(), newest.height(), newest.of(which));
            return new Large(name, which, values, Tiles.of(new Bank(List.of(values), _ -> scale), side, side, display),
                    words(values.values()));
        });
    }

    private void show(Large drawn) {
        large = drawn;
        title.setText(drawn.name());
        pixels.draw(drawn.tiles().picture());
        fit();
        numbers.setText(drawn.words());
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
        return large == null ? Numbers.NONE : Numbers.grid(subject(), large.values());
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
        double scale = scale();
        frame.setX(at.x() * scale);
        frame.setY(at.y() * scale);
        frame.setWidth(scale);
        frame.setHeight(scale);
    }

    /// Side of a number on screen.
    private double scale() {
        return pixels.scale() / (large == null ? 1 : large.tiles().by());
    }

    private @Nullable Cell at(double x, double y) {
        Large shown = large;
        return shown == null || x < 0 || y < 0 || x >= shown.values().width() || y >= shown.values().height() ? null
                : new Cell(shown.index(), (int) x, (int) y);
    }

    private void key(KeyEvent event) {
        Large shown = large;
        KeyCode code = event.getCode();
        if (shown == null || !code.isArrowKey())
            return;
        Units values = shown.values();
        Cell now = cell == null ? new Cell(shown.index(), values.width() / 2, values.height() / 2) : cell;
        int across = code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0;
        int down = code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0;
        pointed.accept(new Cell(shown.index(), Math.clamp(now.x() + across, 0, values.width() - 1),
                Math.clamp(now.y() + down, 0, values.height() - 1)));
        event.consume();
    }

    private void fit() {
        pixels.fit(side(), side());
        place();
    }

    private double side() {
        return Math.clamp(room.getHeight(), LEAST, WIDTH);
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
