package org.lamina.ui.plane;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.lamina.ui.Field;

/// Asks for another weight: Enter takes it, Esc or leaving does not.
final class WeightField extends VBox {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 64;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field;
    private final Label help = new Label("Enter sets it, Esc leaves it");
    private Runnable onClosed = () -> {};

    WeightField(float now, Consumer<Float> put) {
        field = new Field(Float.toString(now));
        field.setId("weight-field");
        field.setAccessibleText("Weight");
        help.getStyleClass().add("live-text");
        getStyleClass().add("weight-field");
        getChildren().addAll(field, help);
        field.setOnAction(_ -> number().ifPresentOrElse(value -> {
            put.accept(value);
            onClosed.run();
        }, this::refuse));
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                onClosed.run();
                e.consume();
            }
        });
        field.focusedProperty().addListener((_, was, is) -> {
            if (was && !is)
                onClosed.run();
        });
    }

    void setOnClosed(Runnable listener) {
        onClosed = listener;
    }

    void openAt(double x, double y, double width, double height) {
        resizeRelocate(Math.clamp(x, 0, Math.max(0, width - WIDTH)), Math.clamp(y, 0, Math.max(0, height - HEIGHT)),
                WIDTH, HEIGHT);
        setPrefWidth(WIDTH);
        field.requestFocus();
        field.selectAll();
    }

    private Optional<Float> number() {
        try {
            float value = Float.parseFloat(field.getText().strip().replace(',', '.').replace('−', '-'));
            return Float.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private void refuse() {
        field.pseudoClassStateChanged(WRONG, true);
        help.setText("Needs a number, such as −0.5");
    }
}
