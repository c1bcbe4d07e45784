package org.lamina.ui.arithmetic;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Pace;
import org.lamina.ui.LazyTip;
import org.lamina.ui.ToolButton;

/// Goes through beats by hand, or plays them at a chosen speed.
public final class PaceBar extends HBox {

    /// @param name before the ids of its controls
    public PaceBar(String name, Pace pace) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        Button play = new ToolButton(name + "-play", Feather.PLAY, "Play", pace::toggle);
        pace.playingProperty().subscribe(on -> play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY)));
        Slider speed = new Slider(log(Pace.SLOWEST), log(Pace.FASTEST), log(pace.speedProperty().get()));
        speed.setId(name + "-speed");
        speed.setPrefWidth(90);
        speed.setAccessibleText("Speed");
        LazyTip.install(speed, () -> "%.2g beats a second".formatted(pace.speedProperty().get()));
        speed.valueProperty().subscribe(v -> pace.speedProperty().set(Math.pow(2, v.doubleValue())));
        Label words = new Label("Speed");
        words.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(new ToolButton(name + "-back", Feather.SKIP_BACK, "One step back", () -> pace.step(-1)),
                play,
                new ToolButton(name + "-step", Feather.SKIP_FORWARD, "One step", () -> pace.step(1)), words, speed);
    }

    private static double log(double speed) {
        return Math.log(speed) / Math.log(2);
    }
}
