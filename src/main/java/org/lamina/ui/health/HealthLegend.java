package org.lamina.ui.health;

import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Condition;
import org.lamina.app.Found;
import org.lamina.app.colour.ColourMap;
import org.lamina.ui.maps.Pixels;

/// What thickness, colours and marks of the canvas mean while it shows the network's health.
final class HealthLegend extends VBox {

    private static final int WIDTH = 190;
    private static final int HEIGHT = 9;

    private final Label title = new Label();

    HealthLegend() {
        setId("health-legend");
        getStyleClass().add("health-legend");
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        title.getStyleClass().add("health-title");
        title.setWrapText(true);
        title.setMaxWidth(WIDTH);
        title.setMinHeight(USE_PREF_SIZE);
        RatioGauge gauge = new RatioGauge();
        gauge.show(1e-3);
        Label band = words("Step / weights, healthy at 10⁻³");
        HBox ratio = new HBox(6, gauge, band);
        ratio.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, words("Wires: gradient, as a multiple of that at the output"), wedge(),
                numbers(), ratio, words("Strip: what each unit gives on average"));
    }

    /// @param found null where nothing was heard yet
    void show(@Nullable Found found, @Nullable Condition condition) {
        title.setText(found == null ? "Press Train (F5), or step one batch (F7)"
                : condition == null ? String.valueOf(found.message())
                        : "Step %,d, on %d validation samples".formatted(found.step(), condition.samples()));
    }

    /// As thick and coloured as wires are.
    private static Node wedge() {
        Pixels wedge = new Pixels();
        wedge.draw(WIDTH, HEIGHT, pixels -> {
            Arrays.fill(pixels, 0);
            for (int x = 0; x < WIDTH; x++) {
                double share = x / (WIDTH - 1.0);
                int thick = Math.clamp(Math.round(0.8 * Math.pow(10, share)), 1, HEIGHT);
                int top = (HEIGHT - thick) / 2;
                for (int y = top; y < top + thick; y++)
                    pixels[y * WIDTH + x] = ColourMap.LINES.at(share);
            }
        });
        return wedge;
    }

    private static Node numbers() {
        return new HBox(words("1/100, vanishing"), gap(), words("1"), gap(), words("100, exploding"));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
