package org.lamina.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Numbers;
import org.lamina.app.Workspace;
import org.lamina.graph.Fix;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.spec.Words;
import org.lamina.ui.inspector.Headings;
import org.lamina.ui.take.Takeaway;

/// Everything that is wrong with the network, with one-click fixes; a click on a line goes to its layer.
final class ProblemsPane extends Scroll implements Takeaway {

    private final Workspace workspace;
    private final Consumer<NodeId> goTo;
    private final VBox rows = new VBox();

    ProblemsPane(Workspace workspace, Consumer<NodeId> goTo) {
        this.workspace = workspace;
        this.goTo = goTo;
        setId("problems");
        setFitToWidth(true);
        rows.getStyleClass().add("problem-list");
        setContent(rows);
        workspace.document().inferenceProperty().subscribe(this::refresh);
    }

    private void refresh(Inference inference) {
        List<Problem> problems = inference.problems();
        rows.getChildren().setAll(problems.stream().map(p -> row(inference, p)).toList());
        if (problems.isEmpty())
            rows.getChildren().add(Headings.muted("No problems: the network is ready to train."));
    }

    @Override
    public String subject() {
        return "Problems";
    }

    @Override
    public Node pictured() {
        return rows;
    }

    @Override
    public Numbers numbers() {
        Inference inference = workspace.document().inferenceProperty().get();
        return Numbers.of(List.of("severity", "problem"), inference.problems().stream()
                .map(p -> List.of(p.severity().name().toLowerCase(Locale.ROOT), text(inference, p))).toList());
    }

    private Node row(Inference inference, Problem problem) {
        boolean error = problem.severity() == Problem.Severity.ERROR;
        FontIcon icon = new FontIcon(error ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(error ? "danger-icon" : "warning-icon");
        Label message = new Label(text(inference, problem));
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        HBox row = new HBox(icon, message);
        row.getStyleClass().add("problem-row");
        problem.fixes().forEach(f -> row.getChildren().add(button(f)));
        NodeId node = problem.node();
        if (node != null)
            lead(row, node);
        return row;
    }

    private void lead(HBox row, NodeId node) {
        row.setFocusTraversable(true);
        row.setOnMouseClicked(_ -> goTo.accept(node));
        row.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER)
                goTo.accept(node);
        });
    }

    private Button button(Fix fix) {
        Button button = new Button(fix.label());
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> workspace.editor().apply(fix));
        return button;
    }

    /// With the layer's name where it is about one: `Dense: needs a flat input, …`.
    private static String text(Inference inference, Problem problem) {
        NodeId id = problem.node();
        String message = problem.message();
        if (id == null)
            return Words.sentence(message);
        return inference.label(id) + ": " + message;
    }
}
