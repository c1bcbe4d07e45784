package org.lamina.ui.time;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.TimeLine;
import org.lamina.spec.Words;
import org.lamina.ui.LazyTip;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Picker;
import org.lamina.ui.ToolButton;
import org.lamina.ui.Wording;

/// The time line of the run under all views: drag back, and they show that moment; let go, and they live again. Arrows go
/// from moment to moment and stay there.
public final class TimeLineBar extends HBox implements LivePanel {

    private static final List<Integer> SECONDS = List.of(3, 10, 30, 120);

    private final TimeLine line;
    private final Slider slider = new Slider();
    private final Label where = new Label();
    private final Label memory = new Label();
    private final ToggleButton hold = new ToggleButton(null, new FontIcon(Feather.LOCK));
    private boolean telling;

    /// @param film says beside it how far an animation is
    public TimeLineBar(TimeLine line, Node film) {
        this.line = line;
        setId("time-line");
        getStyleClass().add("time-line");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setId("time-slider");
        slider.setAccessibleText("Moment of the run that is shown; arrows go back and on, End is the present");
        slider.valueProperty().subscribe(this::chosen);
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> letGo());
        where.setId("time-where");
        memory.setId("time-memory");
        memory.getStyleClass().add("muted");
        LazyTip.install(memory, this::explained);
        List.of(where, memory).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
        getChildren().addAll(play(), speed(), slider, where, hold(), live(), film, memory);
        line.keptProperty().subscribe(_ -> tell());
        line.momentProperty().subscribe(_ -> tell());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public long refresh(long nanos) {
        return line.advance(nanos);
    }

    /// By mouse or keys; the last place is the present.
    private void chosen(Number value) {
        if (telling)
            return;
        line.playingProperty().set(false);
        if (value.doubleValue() >= slider.getMax())
            line.live();
        else
            line.go(value.longValue());
    }

    private void letGo() {
        if (!hold.isSelected())
            line.live();
    }

    private void tell() {
        TimeLine.Kept kept = line.kept();
        Long moment = line.momentProperty().get();
        setDisable(kept.count() == 0);
        telling = true;
        slider.setMin((double) kept.first());
        slider.setMax((double) (kept.last() + kept.every()));
        slider.setBlockIncrement((double) kept.every());
        if (moment == null || !slider.isPressed())
            slider.setValue(moment == null ? slider.getMax() : (double) moment);
        telling = false;
        where.setText(moment == null ? "Live" : "Step %,d".formatted(moment));
        memory.setText(kept.count() == 0 ? "Moments of the run will be kept here" : words(kept));
    }

    private static String words(TimeLine.Kept kept) {
        return "%s%s, %.1f of %.0f MB".formatted(Words.count(kept.count(), "moment"),
                kept.whole() ? "" : " as pictures",
                (double) kept.bytes() / 1e6, (double) kept.budget() / 1e6);
    }

    private String explained() {
        return line.kept().whole() ? "Moments of the run that are kept; the memory is set in the hierarchy strip"
                : "The network is too large to keep its weights: of each moment there are the pictures that were shown";
    }

    private Node play() {
        Button play = new ToolButton("time-play", Feather.PLAY, "Play the run", line::toggle);
        line.playingProperty().subscribe(on -> play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY)));
        return play;
    }

    private Node speed() {
        Picker<Integer> speed = new Picker<>();
        speed.setId("time-speed");
        speed.getItems().setAll(SECONDS);
        speed.setValue((int) line.secondsProperty().get());
        speed.setAccessibleText("How long the whole run takes while it plays");
        LazyTip.install(speed, speed::getAccessibleText);
        speed.setConverter(new Wording<>(seconds -> seconds + " s"));
        speed.setOnAction(_ -> line.secondsProperty().set(speed.getValue()));
        return speed;
    }

    private Node hold() {
        hold.setId("time-hold");
        hold.getStyleClass().add("tool-button");
        hold.setAccessibleText("Stay at a moment when the mouse lets go");
        LazyTip.install(hold, hold::getAccessibleText);
        return hold;
    }

    private Node live() {
        Button live = new Button("Live");
        live.setId("time-live");
        live.getStyleClass().add("small");
        live.setMinWidth(Region.USE_PREF_SIZE);
        LazyTip.install(live, () -> "Back to the present");
        live.setOnAction(_ -> line.live());
        live.disableProperty().bind(line.momentProperty().map(moment -> moment == null).orElse(true));
        return live;
    }
}
