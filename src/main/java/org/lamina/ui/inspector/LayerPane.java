package org.lamina.ui.inspector;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Form;
import org.lamina.app.NetworkEditor;
import org.lamina.app.Scope;
import org.lamina.app.Values;
import org.lamina.graph.Edit;
import org.lamina.graph.Fix;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.spec.Param;
import org.lamina.spec.Words;
import org.lamina.tensor.Shape;
import org.lamina.ui.Field;

/// One layer, or several of one kind: name, help, problems with their fixes, parameters, shapes and cost.
final class LayerPane extends VBox {

    private final NetworkEditor editor;
    private final Scope drawing;
    private final List<NodeId> nodes;
    private final FormView form;
    private final VBox problems = new VBox();
    private final GridPane facts = new GridPane();
    private final TextField name = new Field();
    private final Subscription changes;

    LayerPane(NetworkEditor editor, List<NodeId> nodes, Form form, Paths paths) {
        this.editor = editor;
        drawing = editor.drawing();
        this.nodes = nodes;
        this.form = new FormView(form, paths, this::toggle);
        getStyleClass().add("pane");
        problems.getStyleClass().add("problems");
        facts.getStyleClass().add("facts");
        build(form);
        changes = drawing.inferenceProperty().subscribe(this::refresh);
    }

    private void build(Form source) {
        Node first = node(drawing.inference(), nodes.getFirst());
        String title = first.layer().card().title();
        getChildren().add(Headings.title(nodes.size() == 1 ? title : nodes.size() + " × " + title));
        if (nodes.size() == 1)
            getChildren().add(nameRow(title));
        if (nodes.size() == 1 && editor.blocks().isBlock(nodes.getFirst()))
            getChildren().add(new UsePart(editor.blocks(), nodes.getFirst()));
        getChildren().addAll(Markdown.node(source.help()), problems);
        if (!source.params().isEmpty())
            getChildren().addAll(Headings.section("Parameters"), form);
        getChildren().addAll(Headings.section("Shapes and cost"), facts);
    }

    private @Nullable ExposeToggle toggle(Param param) {
        return drawing.isInside() && nodes.size() == 1
                ? new ExposeToggle(editor.blocks(), nodes.getFirst(), param)
                : null;
    }

    private HBox nameRow(String title) {
        name.setId("node-title");
        name.setPromptText("Name, instead of " + title);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(_ -> rename());
        name.focusedProperty().subscribe((_, focused) -> {
            if (!focused)
                rename();
        });
        name.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE)
                name.setText(node(drawing.inference(), nodes.getFirst()).title());
        });
        return new HBox(name);
    }

    private void rename() {
        NodeId id = nodes.getFirst();
        String typed = name.getText().strip();
        if (drawing.project().graph().contains(id))
            drawing.edit(typed.isEmpty() ? "Remove name" : "Rename to " + typed,
                    p -> p.with(p.graph().apply(new Edit.Rename(id, typed))));
    }

    private void refresh(Inference inference) {
        if (!inference.graph().contains(nodes.getFirst()))
            return;
        if (!name.isFocused())
            name.setText(node(inference, nodes.getFirst()).title());
        problems.getChildren().setAll(nodes.stream().flatMap(n -> inference.problems(n).stream())
                .filter(p -> p.parameter() == null || !p.fixes().isEmpty()).map(this::problem).toList());
        problems.setManaged(!problems.getChildren().isEmpty());
        facts(inference);
    }

    private VBox problem(Problem problem) {
        Label message = new Label(Words.sentence(problem.message()));
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(message);
        box.getStyleClass().addAll("problem", problem.severity() == Problem.Severity.ERROR ? "danger" : "warning");
        for (Fix fix : problem.fixes())
            box.getChildren().add(button(fix));
        return box;
    }

    private Button button(Fix fix) {
        Button button = new Button(fix.label());
        button.getStyleClass().addAll("small", "fix");
        button.setOnAction(_ -> drawing.apply(fix));
        return button;
    }

    private void facts(Inference inference) {
        facts.getChildren().clear();
        NodeId id = nodes.getFirst();
        if (nodes.size() == 1) {
            List<String> arriving = inference.arriving(id).orElse(List.of()).stream().map(Shape::describe).toList();
            if (!arriving.isEmpty())
                fact(arriving.size() == 1 ? "Input" : "Inputs", String.join("\n", arriving));
            if (inference.at(id) instanceof Inferred.Known(Shape shape))
                fact("Output", shape.describe());
            else
                fact("Output", "not known yet");
        }
        Cost cost = nodes.stream().map(inference::cost).reduce(Cost.NONE, Cost::plus);
        fact("Parameters", Values.count(cost.parameters()));
        fact("Multiply-adds", Values.count(cost.multiplyAdds()));
        fact("Activations", Values.bytes(cost.activationBytes()) + " per sample");
    }

    private void fact(String title, String value) {
        Label shown = new Label(value);
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        Label key = Headings.muted(title);
        key.setMinWidth(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), key, shown);
    }

    private static Node node(Inference inference, NodeId id) {
        return inference.graph().node(id).orElseThrow();
    }

    void dispose() {
        rename();
        form.dispose();
        changes.unsubscribe();
    }
}
