package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.NodeText;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.spec.Family;
import org.lamina.tensor.Shape;
import org.lamina.ui.LazyTip;
import org.lamina.ui.palette.FamilyLook;

/// What is written on a node that is seen from near: title, parameters in a line or two, output shape, parameter count,
/// a badge where something is wrong, and a live picture where there is one.
final class NodeFace extends VBox {

    private final NodeId id;
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label shape = new Label();
    private final Label parameters = new Label();
    private final Label repeats = new Label();
    private final Button badge = new Button();
    private final HBox header = new HBox(6, title);
    private final List<Region> pictures;
    private @Nullable Family family;
    private String complaint = "";

    NodeFace(NodeId id, List<Region> decorations, Consumer<NodeId> onProblems) {
        this.id = id;
        pictures = decorations;
        getStyleClass().add("node-content");
        title.getStyleClass().add("node-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        repeats.getStyleClass().add("node-repeat");
        repeats.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("node-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.managedProperty().bind(summary.visibleProperty());
        badge.getStyleClass().setAll("node-badge");
        badge.setId("problems-" + id);
        badge.setFocusTraversable(false);
        badge.setOnAction(_ -> onProblems.accept(id));
        LazyTip.install(badge, () -> complaint);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("node-header");
        getChildren().addAll(header, summary, footer());
        getChildren().addAll(decorations);
    }

    private HBox footer() {
        shape.getStyleClass().add("node-shape");
        shape.setMinWidth(Region.USE_PREF_SIZE);
        parameters.getStyleClass().add("node-parameters");
        parameters.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(parameters, Priority.ALWAYS);
        HBox footer = new HBox(4, shape, parameters);
        footer.getStyleClass().add("node-footer");
        return footer;
    }

    void show(Node node, Inference inference) {
        title.setText(node.label());
        repeats.setText(NodeText.repeats(node.layer()));
        summary.setText(Stream.of(NodeText.summary(node.layer()), NodeText.sees(id, inference))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" · ")));
        summary.setVisible(!summary.getText().isEmpty());
        shape.setText(inference.shape(id).map(Shape::toString).orElse("?"));
        long count = inference.cost(id).parameters();
        parameters.setText(count == 0 ? "" : NodeText.count(count) + " par.");
        icon(node.layer().card().family());
        problems(inference.problems(id));
        behindTitle(repeats.getText().isEmpty() ? List.of() : List.of(repeats),
                inference.problems(id).isEmpty() ? List.of() : List.of(badge));
    }

    /// What most nodes do not have is in the header of those that do, and costs the others nothing.
    private void behindTitle(List<Region> repeated, List<Region> wrong) {
        List<javafx.scene.Node> parts = new ArrayList<>(header.getChildren());
        parts.removeAll(List.of(repeats, badge));
        parts.addAll(repeated);
        parts.addAll(wrong);
        if (!parts.equals(header.getChildren()))
            header.getChildren().setAll(parts);
    }

    private void icon(Family now) {
        if (now == family)
            return;
        family = now;
        header.getChildren().removeIf(FontIcon.class::isInstance);
        header.getChildren().addFirst(FamilyLook.icon(now));
    }

    private void problems(List<Problem> problems) {
        if (problems.isEmpty())
            return;
        boolean error = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        badge.setGraphic(new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        badge.setAccessibleText(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        complaint = problems.getFirst().message();
    }

    /// What the live picture and the lines below it will take, once all are there.
    double roomToGrow() {
        return pictures.stream().filter(p -> !p.isManaged()).mapToDouble(p -> getSpacing()
                + (p == pictures.getFirst() ? NodeDecorations.HEIGHT : NodeDecorations.LINE)).sum();
    }

    /// Lets the title be typed over.
    ///
    /// @param ended called in any case, before `done`
    void rename(Runnable ended, BiConsumer<NodeId, String> done) {
        TitleEditor editor = new TitleEditor(title.getText(), text -> {
            header.getChildren().removeIf(TitleEditor.class::isInstance);
            title.setManaged(true);
            title.setVisible(true);
            ended.run();
            if (text != null)
                done.accept(id, text);
        });
        title.setManaged(false);
        title.setVisible(false);
        header.getChildren().add(1, editor);
        editor.begin();
    }
}
