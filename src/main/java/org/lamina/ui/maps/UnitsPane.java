package org.lamina.ui.maps;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
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
import org.lamina.app.colour.Bank;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Tiles;
import org.lamina.app.colour.Units;
import org.lamina.ui.Newest;
import org.lamina.ui.take.Takeaway;

/// A mosaic of units under a title, with its colour scale; tells which unit is pointed at. Arrows go from unit to unit.
/// What is not small is drawn off the FX thread, and no finer than the display shows it.
final class UnitsPane extends VBox implements Takeaway {

    private static final double LEGEND = 130;
    private static final int SMALLEST_CELL = 14;
    /// Side of the smallest room, and of what a change of the room is noticed by.
    private static final double SIDE = 40;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private final Legend legend = new Legend(LEGEND);
    private final Newest<Tiles> drawing;
    private List<Object> asked = List.of();
    private @Nullable Tiles tiles;
    private int chosen = -1;
    private Consumer<@Nullable Cell> pointed = _ -> {};
    private IntConsumer opened = _ -> {};

    /// @param background draws what is not small
    UnitsPane(String id, Executor background) {
        drawing = new Newest<>(background, this::show);
        setId(id);
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        room.setMinSize(SIDE, SIDE);
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

    /// About how much room the mosaic has, to be compared: with another one it is drawn anew.
    Object room() {
        return List.of(Math.round(room.getWidth() / SIDE), Math.round(room.getHeight() / SIDE));
    }

    /// Draws units, unless they are those that were drawn before.
    ///
    /// @param what all that they and their colours are made from, to be compared
    /// @param numbers of which they are made
    /// @param bank makes them; any thread may ask
    void show(String text, List<?> what, int numbers, Supplier<Bank> bank) {
        List<Object> now = List.of(text, what, room());
        if (now.equals(asked))
            return;
        asked = now;
        double width = Math.max(SIDE, room.getWidth());
        double height = Math.max(SIDE, room.getHeight());
        double display = pixels.display();
        title.setText(text);
        drawing.draw(numbers, () -> Tiles.of(bank.get(), width, height, display));
    }

    /// The units on screen; empty before there are any.
    Optional<Bank> shown() {
        return Optional.ofNullable(tiles).map(Tiles::bank);
    }

    private void show(Tiles drawn) {
        tiles = drawn;
        pixels.draw(drawn.picture());
        place();
        explain();
        Platform.requestNextPulse();
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
        return shown().map(bank -> Numbers.grid(subject(), bank.units())).orElse(Numbers.NONE);
    }

    /// Frames a unit; -1 for none.
    void choose(int unit) {
        if (unit == chosen)
            return;
        chosen = unit;
        place();
        explain();
    }

    /// Shows the scale of the unit that is framed.
    private void explain() {
        shown().ifPresent(bank -> legend.show(bank.scale(Math.max(0, chosen))));
    }

    private void place() {
        Tiles shown = tiles;
        if (shown == null)
            return;
        Mosaic mosaic = shown.mosaic();
        double cell = mosaic.unitWidth() == 1 && mosaic.unitHeight() == 1 ? SMALLEST_CELL * 2.0 : Double.MAX_VALUE;
        pixels.fit(Math.min(room.getWidth(), mosaic.width() * cell),
                Math.min(room.getHeight(), mosaic.height() * cell));
        frame.setVisible(chosen >= 0 && chosen < mosaic.count());
        if (!frame.isVisible())
            return;
        double scale = pixels.scale();
        frame.setX(mosaic.x(chosen) * scale);
        frame.setY(mosaic.y(chosen) * scale);
        frame.setWidth(mosaic.unitWidth() * scale);
        frame.setHeight(mosaic.unitHeight() * scale);
    }

    private void open(@Nullable Cell at) {
        room.requestFocus();
        if (at != null)
            opened.accept(at.unit());
    }

    private void key(KeyEvent event) {
        if (tiles == null || !event.getCode().isArrowKey())
            return;
        Mosaic mosaic = tiles.mosaic();
        int by = switch (event.getCode()) {
            case RIGHT -> 1;
            case LEFT -> -1;
            case DOWN -> mosaic.columns();
            default -> -mosaic.columns();
        };
        opened.accept(Math.clamp(Math.max(0, chosen) + by, 0, mosaic.count() - 1));
        event.consume();
    }

    private @Nullable Cell cellAt(MouseEvent event) {
        Tiles shown = tiles;
        if (shown == null)
            return null;
        Mosaic mosaic = shown.mosaic();
        double x = event.getX() / pixels.scale();
        double y = event.getY() / pixels.scale();
        int unit = mosaic.unitAt(x, y);
        Units units = shown.bank().planes().getFirst();
        return unit < 0 ? null : new Cell(unit, Math.min(((int) x - mosaic.x(unit)) * shown.by(), units.width() - 1),
                Math.min(((int) y - mosaic.y(unit)) * shown.by(), units.height() - 1));
    }
}
