package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.NodeBox;
import org.lamina.app.NodeText;
import org.lamina.app.Wiring;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.project.Point;
import org.lamina.tensor.Shape;
import org.lamina.ui.palette.FamilyLook;

/// One layer on the canvas: title, parameters in a line, output shape, parameter count, ports, and a badge where
/// something is wrong.
public final class NodeView extends Region {
    public static final double WIDTH = NodeBox.WIDTH;
    private static final double FAR_MARGIN = 8;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final NodeId id;
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label shape = new Label();
    private final Label parameters = new Label();
    private final Button badge = new Button();
    private final HBox header;
    private final VBox content;
    private final List<Port> inputs = new ArrayList<>();
    private final Text farTitle = new Text();
    private String details = "";
    private @Nullable Port output;
    private boolean seen;
    private boolean near;
    private @Nullable Node shown;

    NodeView(NodeId id, @Nullable Region decoration, Consumer<NodeId> onProblems) {
        this.id = id;
        setId("node-" + id);
        getStyleClass().add("node-view");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        title.getStyleClass().add("node-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        summary.getStyleClass().add("node-summary");
        shape.getStyleClass().add("node-shape");
        parameters.getStyleClass().add("node-parameters");
        badge.getStyleClass().setAll("node-badge");
        badge.setId("problems-" + id);
        badge.setFocusTraversable(false);
        badge.setOnAction(_ -> onProblems.accept(id));
        header = new HBox(6, title, badge);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("node-header");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox footer = new HBox(6, shape, gap, parameters);
        footer.getStyleClass().add("node-footer");
        shape.setMinWidth(Region.USE_PREF_SIZE);
        content = new VBox(header, summary, footer);
        content.getStyleClass().add("node-content");
        if (decoration != null)
            content.getChildren().add(decoration);
        farTitle.getStyleClass().add("node-far-title");
        farTitle.setMouseTransparent(true);
        farTitle.setWrappingWidth(WIDTH - 2 * FAR_MARGIN);
        farTitle.setTextOrigin(VPos.TOP);
        LazyTip.install(this, () -> details);
    }

    NodeId node() {
        return id;
    }

    /// The layer as last shown.
    void show(Node node, Inference inference) {
        if (shown == null || shown.layer().card().family() != node.layer().card().family())
            family(node);
        shown = node;
        title.setText(node.label());
        farTitle.setText(node.label());
        summary.setText(NodeText.summary(node.layer()));
        ports(Wiring.ports(inference.graph(), node), Wiring.gives(node.layer()));
        shape.setText(inference.shape(id).map(Shape::toString).orElse("?"));
        long count = inference.cost(id).parameters();
        parameters.setText(count == 0 ? "" : NodeText.count(count) + " par.");
        details = summary.getText() + (summary.getText().isEmpty() ? "" : "\n")
                + inference.shape(id).map(s -> details(s, inference)).orElse("Its shape is not known yet");
        setAccessibleText(NodeText.spoken(node, inference));
        problems(inference.problems(id));
    }

    private String details(Shape known, Inference inference) {
        return "Gives %s%n%,d parameters, %,d multiply-adds per sample".formatted(known.describe(),
                inference.cost(id).parameters(), inference.cost(id).multiplyAdds());
    }

    private void family(Node node) {
        FontIcon icon = FamilyLook.icon(node.layer().card().family());
        header.getChildren().removeIf(FontIcon.class::isInstance);
        header.getChildren().addFirst(icon);
        getStyleClass().removeIf(c -> c.startsWith("family-"));
        getStyleClass().add(FamilyLook.styleClass(node.layer().card().family()));
    }

    private void ports(int count, boolean gives) {
        if (count == inputs.size() && gives == (output != null))
            return;
        while (inputs.size() > count)
            inputs.removeLast();
        while (inputs.size() < count)
            inputs.add(new Port(id, inputs.size()));
        output = !gives ? null : output == null ? new Port(id, Port.OUTPUT) : output;
        dress();
    }

    /// Only what can be seen is in the scene: hundreds of nodes would take seconds to style.
    private void dress() {
        List<javafx.scene.Node> parts = new ArrayList<>();
        if (near) {
            parts.add(content);
            parts.addAll(inputs);
            if (output != null)
                parts.add(output);
        } else if (seen)
            parts.add(farTitle);
        getChildren().setAll(parts);
    }

    private void problems(List<Problem> problems) {
        boolean error = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        pseudoClassStateChanged(ERROR, error);
        pseudoClassStateChanged(WARNING, !error && !problems.isEmpty());
        badge.setVisible(!problems.isEmpty());
        badge.setManaged(!problems.isEmpty());
        if (problems.isEmpty())
            return;
        badge.setGraphic(new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE));
        badge.setAccessibleText(problems.size() + " problems");
        badge.setTooltip(new Tooltip(problems.getFirst().message()));
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Shows all there is, or from far away the title alone. One that is out of sight keeps what it has.
    void show(boolean inSight, boolean fromNear) {
        setVisible(inSight);
        if (!inSight || (seen && near == fromNear))
            return;
        seen = true;
        near = fromNear;
        pseudoClassStateChanged(FAR, !near);
        dress();
    }

    void place(Point at) {
        relocate(at.x(), at.y());
    }

    List<Port> inputs() {
        return inputs;
    }

    @Nullable
    Port output() {
        return output;
    }

    /// Where the wire of a port ends, in the world.
    Point2D anchor(int port) {
        double share = port == Port.OUTPUT ? 0.5 : (port + 1.0) / (inputs.size() + 1);
        return new Point2D(getLayoutX() + (port == Port.OUTPUT ? WIDTH : 0), getLayoutY() + height() * share);
    }

    /// The room it takes in the world.
    Bounds box() {
        return new BoundingBox(getLayoutX(), getLayoutY(), WIDTH, height());
    }

    /// Lets the title be typed over.
    void rename(BiConsumer<NodeId, String> done) {
        TitleEditor editor = new TitleEditor(title.getText(), text -> {
            header.getChildren().removeIf(TitleEditor.class::isInstance);
            title.setManaged(true);
            title.setVisible(true);
            requestFocus();
            if (text != null)
                done.accept(id, text);
        });
        title.setManaged(false);
        title.setVisible(false);
        header.getChildren().add(1, editor);
        editor.begin();
    }

    private double height() {
        return getHeight() > 0 ? getHeight() : NodeBox.HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.getScene() == null
                ? height()
                : Math.max(NodeBox.HEIGHT, Math.ceil(content.prefHeight(WIDTH)));
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
        farTitle.relocate(FAR_MARGIN, FAR_MARGIN);
        for (Port input : inputs)
            port(input);
        if (output != null)
            port(output);
    }

    private void port(Port port) {
        Point2D at = anchor(port.index());
        port.resizeRelocate(at.getX() - getLayoutX() - Port.SIZE / 2, at.getY() - getLayoutY() - Port.SIZE / 2,
                Port.SIZE, Port.SIZE);
    }
}
