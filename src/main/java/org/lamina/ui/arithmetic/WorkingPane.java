package org.lamina.ui.arithmetic;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.lamina.app.Reckoning;
import org.lamina.app.Values;
import org.lamina.spec.Working;
import org.lamina.study.Arithmetic;

/// Formula above, numbers below, and what they come to beside what the engine gave.
final class WorkingPane extends VBox {

    private final Label formula = label("arithmetic-formula", "reckoning-formula");
    private final Label reckoning = label("arithmetic-sum", "reckoning-sum");
    private final Label given = label("arithmetic-given", "live-text");
    private final WindowBox window = new WindowBox();
    private final RowTable table = new RowTable();
    private final CurveBox curve = new CurveBox();
    private final StackPane body = new StackPane();

    WorkingPane() {
        super(8);
        setId("arithmetic-working");
        body.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(formula, reckoning, body, given);
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// @param title of the layer
    /// @param gamma of the colours
    void show(String title, Arithmetic.Found found, int beat, double gamma) {
        Working working = found.working();
        given.setText("The engine gave " + Values.figure(found.given()));
        if (working == null) {
            formula.setText(title + " has no terms to show");
            reckoning.setText("Beside this are the numbers that arrive and that leave.");
            body.getChildren().clear();
            return;
        }
        formula.setText(working.formula());
        reckoning.setText(Reckoning.words(working, beat));
        if (working instanceof Working.Curve shown) {
            curve.show(shown);
            body.getChildren().setAll(curve);
        } else if (Reckoning.isWindow(working)) {
            window.show(working, beat, reckoning.getFont(), gamma);
            body.getChildren().setAll(window);
        } else {
            table.show(Reckoning.rows(working), beat, gamma);
            body.getChildren().setAll(table);
        }
    }
}
