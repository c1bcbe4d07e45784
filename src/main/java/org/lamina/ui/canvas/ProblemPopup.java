package org.lamina.ui.canvas;

import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.graph.Fix;
import org.lamina.graph.Problem;
import org.lamina.spec.Words;

/// What is wrong with a node, with one button for each way to put it right.
final class ProblemPopup extends VBox {
    private static final double WIDTH = 300;

    private final Consumer<Fix> onFix;

    ProblemPopup(Consumer<Fix> onFix) {
        super(10);
        this.onFix = onFix;
        setId("problem-popup");
        getStyleClass().add("canvas-popup");
        setVisible(false);
        setManaged(false);
        addEventHandler(MouseEvent.ANY, Event::consume);
        addEventHandler(ScrollEvent.ANY, Event::consume);
    }

    /// Shows problems below a box, or above it where there is no room.
    void open(List<Problem> problems, Bounds box, double width, double height) {
        getChildren().setAll(problems.stream().map(this::entry).toList());
        numberFixes();
        setVisible(true);
        toFront();
        applyCss();
        double high = prefHeight(WIDTH);
        double below = box.getMaxY() + 8;
        resizeRelocate(Math.clamp(box.getMinX(), 0, Math.max(0, width - WIDTH)),
                below + high <= height ? below : Math.max(0, box.getMinY() - 8 - high), WIDTH, high);
    }

    void close() {
        setVisible(false);
    }

    private VBox entry(Problem problem) {
        boolean error = problem.severity() == Problem.Severity.ERROR;
        FontIcon icon = new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(error ? "problem-error" : "problem-warning");
        Label message = new Label(Words.sentence(problem.message()), icon);
        message.setWrapText(true);
        message.getStyleClass().add("problem-message");
        VBox entry = new VBox(6, message);
        if (!problem.fixes().isEmpty()) {
            FlowPane fixes = new FlowPane(6, 6);
            problem.fixes().forEach(f -> fixes.getChildren().add(button(f)));
            entry.getChildren().add(fixes);
        }
        return entry;
    }

    private Button button(Fix fix) {
        Button button = new Button(fix.label());
        button.getStyleClass().addAll("fix", "accent", "small");
        button.setOnAction(_ -> {
            close();
            onFix.accept(fix);
        });
        return button;
    }

    private void numberFixes() {
        int number = 0;
        for (Node fix : lookupAll(".fix"))
            fix.setId("fix-" + number++);
    }
}
