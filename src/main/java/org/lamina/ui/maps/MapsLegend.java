package org.lamina.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.colour.Colouring;
import org.lamina.app.colour.Scale;

/// What the colours of the small pictures on the nodes mean, over a corner of the canvas while there are any. Their
/// numbers stand in the large maps.
final class MapsLegend extends HBox {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 8;

    private final Pixels fromZero = new Pixels();
    private final Pixels aroundZero = new Pixels();
    private final Label largest = words("");
    private @Nullable Colouring drawn;

    MapsLegend() {
        super(5);
        setId("maps-legend");
        getStyleClass().add("maps-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        largest.setId("maps-legend-largest");
        setVisible(false);
        getChildren().addAll(words("0"), fromZero, largest, words("   −"), aroundZero,
                words("+"));
    }

    void show(boolean any, Colouring colouring) {
        setVisible(any);
        if (colouring.equals(drawn))
            return;
        drawn = colouring;
        largest.setText("to the %s's largest".formatted(colouring.extent()));
        fromZero.draw(new Scale(0, 1).with(colouring.gamma()), WIDTH, HEIGHT);
        aroundZero.draw(new Scale(-1, 1).with(colouring.gamma()), WIDTH, HEIGHT);
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
