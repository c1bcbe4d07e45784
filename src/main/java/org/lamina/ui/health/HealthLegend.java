package org.lamina.ui.health;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Condition;
import org.lamina.app.Found;
import org.lamina.app.colour.ColourMap;
import org.lamina.app.colour.Scale;
import org.lamina.ui.maps.Pixels;

/// What thickness, colours and marks of the canvas mean while it shows the network's health.
final class HealthLegend extends FlowPane {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 9;
    private static final int STRIP = 60;

    private final Label title = new Label();

    HealthLegend() {
        super(24, 4);
        setId("health-legend");
        getStyleClass().add("health-legend");
        setRowValignment(VPos.CENTER);
        setPrefWrapLength(0);
        title.getStyleClass().add("health-title");
        RatioGauge gauge = new RatioGauge();
        gauge.show(1e-3);
        getChildren().addAll(title,
                row(words("Gradient 1/100"), wedge(), words("100 times that at the output")),
                row(gauge, words("Δw/w, healthy around 10⁻³")),
                row(strip(), words("mean of each unit, − to +")));
    }

    /// @param found null where nothing was heard yet
    void show(@Nullable Found found, @Nullable Condition condition) {
        title.setText(found == null ? "Press Train (F5), or step one batch (F7)"
                : condition == null ? String.valueOf(found.message())
                        : "Step %,d, %d samples".formatted(found.step(), condition.samples()));
    }

    /// As thick and coloured as wires are.
    private static Node wedge() {
        Pixels wedge = new Pixels();
        wedge.draw(WIDTH, HEIGHT, pixels -> {
            Arrays.fill(pixels, 0);
            for (int x = 0; x < WIDTH; x++) {
                double share = x / (WIDTH - 1.0);
                int thick = (int) Math.round(HealthView.width((2 * share - 1) * HealthView.REACH));
                int top = (HEIGHT - thick) / 2;
                for (int y = top; y < top + thick; y++)
                    pixels[y * WIDTH + x] = ColourMap.LINES.at(share);
            }
        });
        return wedge;
    }

    /// Negative to positive.
    private static Node strip() {
        Pixels strip = new Pixels();
        Scale scale = new Scale(-1, 1);
        strip.draw(STRIP, HEIGHT, pixels -> {
            for (int i = 0; i < pixels.length; i++)
                pixels[i] = scale.colour(2f * (i % STRIP) / (STRIP - 1) - 1);
        });
        return strip;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(6, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
