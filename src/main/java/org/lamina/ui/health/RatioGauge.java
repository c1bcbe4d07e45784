package org.lamina.ui.health;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.lamina.app.Condition;

/// Where the share that one step changes of the weights lies between 10⁻⁶ and 1, with the healthy band marked.
final class RatioGauge extends Pane {

    private static final PseudoClass HEALTHY = PseudoClass.getPseudoClass("healthy");
    private static final double WIDTH = 60;
    private static final double HEIGHT = 10;
    private static final double DECADES = 6;
    private static final double RADIUS = 3.5;
    private static final double TRACK = 2;

    private final Circle dot = new Circle(RADIUS);

    RatioGauge() {
        Rectangle track = new Rectangle(0, (HEIGHT - TRACK) / 2, WIDTH, TRACK);
        track.getStyleClass().add("gauge-track");
        Rectangle band = new Rectangle(x(Condition.LOW), 1, x(Condition.HIGH) - x(Condition.LOW), HEIGHT - 2);
        band.getStyleClass().add("gauge-band");
        dot.getStyleClass().add("gauge-dot");
        dot.setCenterY(HEIGHT / 2);
        getChildren().addAll(track, band, dot);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }

    void show(double ratio) {
        dot.setCenterX(x(ratio));
        dot.pseudoClassStateChanged(HEALTHY, Condition.isHealthy(ratio));
    }

    private static double x(double ratio) {
        double share = 1 + Math.log10(Math.max(ratio, 1e-12)) / DECADES;
        return Math.clamp(share * WIDTH, RADIUS, WIDTH - RADIUS);
    }
}
