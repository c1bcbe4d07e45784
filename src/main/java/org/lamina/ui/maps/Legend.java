package org.lamina.ui.maps;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lamina.app.Values;
import org.lamina.app.colour.Scale;

/// The colours of a scale with their numbers.
public final class Legend extends VBox {

    private static final int STEPS = 256;
    private static final int ROWS = 10;

    private final Pixels bar = new Pixels();
    private final Label low = number();
    private final Label middle = number();
    private final Label high = number();

    public Legend(double width) {
        super(2);
        setAlignment(Pos.TOP_LEFT);
        bar.setFitWidth(width);
        bar.setFitHeight(ROWS);
        HBox numbers = new HBox(low, gap(), middle, gap(), high);
        numbers.setMaxWidth(width);
        numbers.setPrefWidth(width);
        getChildren().addAll(bar, numbers);
    }

    public void show(Scale scale) {
        bar.draw(scale, STEPS, ROWS);
        low.setText(words(scale.min()));
        middle.setText(words((scale.min() + scale.max()) / 2));
        high.setText(words(scale.max()));
    }

    public static String words(double value) {
        return Values.figure(value);
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("legend-number");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
