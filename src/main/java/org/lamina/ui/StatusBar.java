package org.lamina.ui;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.Values;
import org.lamina.app.Workspace;
import org.lamina.graph.Inference;
import org.lamina.spec.Cost;

/// One line about the network and the run: problems, totals, and what follows a run.
final class StatusBar extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Button problems = new Button();
    private final Label totals = new Label();

    /// @param showProblems opens the list of problems
    /// @param run tells of the run
    StatusBar(Workspace workspace, Runnable showProblems, Node run) {
        setId("status");
        getStyleClass().add("studio-status");
        problems.setId("problem-count");
        problems.getStyleClass().add("problem-count");
        problems.setOnAction(_ -> showProblems.run());
        LazyTip.install(problems, () -> "Show the problems");
        problems.setMinWidth(USE_PREF_SIZE);
        totals.setId("totals");
        totals.setMinWidth(USE_PREF_SIZE);
        LazyTip.install(totals, () -> "For one sample, forward. Memory is that of the weights and all activations.");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(problems, totals, gap, run);
        workspace.document().inferenceProperty().subscribe(this::refresh);
    }

    private void refresh(Inference inference) {
        int count = inference.problems().size();
        problems.setText(count == 0 ? "No problems" : count == 1 ? "1 problem" : count + " problems");
        problems.setGraphic(new FontIcon(count == 0 ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        problems.pseudoClassStateChanged(ERROR, !inference.isReady());
        Cost total = inference.total();
        long weights = total.parameters() * Float.BYTES;
        totals.setText("%s parameters   %s multiply-adds   %s".formatted(Values.count(total.parameters()),
                Values.count(total.multiplyAdds()), Values.bytes(weights + total.activationBytes())));
    }
}
