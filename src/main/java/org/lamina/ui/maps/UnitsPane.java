package org.lamina.ui.maps;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Mosaic;
import org.lamina.app.colour.Scale;
import org.lamina.app.colour.Units;

/// A mosaic of units under a title, with its colour scale; tells which unit is pointed at.
final class UnitsPane extends VBox {

    private static final double LEGEND = 130;
    private static final int SMALLEST_CELL = 14;

    private final Label title = new Label();
    private final Pixels pixels = new Pixels();
    private final Rectangle frame = new Rectangle();
    private final Pane room = new Pane(pixels, frame);
    private final Legend legend = new Legend(LEGEND);
    private @Nullable Mosaic mosaic;
    private int chosen = -1;
    private IntConsumer pointed = _ -> {};

    UnitsPane(String id) {
        setId(id);
        getStyleClass().add("map-part");
        title.getStyleClass().add("part-title");
        frame.getStyleClass().add("unit-frame");
        frame.setMouseTransparent(true);
        frame.setVisible(false);
        room.setMinSize(40, 40);
        legend.setMinHeight(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(title, room, legend);
        room.setOnMouseMoved(e -> pointed.accept(unitAt(e)));
        room.setOnMouseClicked(e -> pointed.accept(unitAt(e)));
        room.layoutBoundsProperty().subscribe(_ -> place());
    }

    void onPoint(IntConsumer listener) {
        pointed = listener;
    }

    /// The size that the mosaic has to fit into.
    double aspect() {
        return Math.max(0.2, room.getWidth() / Math.max(1, room.getHeight()));
    }

    void show(String text, Units units, Mosaic.Paint paint, Scale scale) {
        title.setText(text);
        Mosaic next = Mosaic.fitting(units, aspect());
        mosaic = next;
        pixels.draw(next, paint);
        legend.show(scale);
        place();
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

    private int unitAt(MouseEvent event) {
        Mosaic shown = mosaic;
        return shown == null ? -1 : shown.unitAt(event.getX() / pixels.scale(), event.getY() / pixels.scale());
    }
}
