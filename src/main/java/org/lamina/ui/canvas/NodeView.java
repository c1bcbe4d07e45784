package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.lamina.app.NodeBox;
import org.lamina.app.NodeText;
import org.lamina.app.Wiring;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Problem;
import org.lamina.project.Point;
import org.lamina.ui.LazyTip;
import org.lamina.ui.palette.FamilyLook;

/// One layer on the canvas: a box with ports. Its face, or from far away its large title, is made when it is first
/// seen, as styling hundreds of them takes seconds.
public final class NodeView extends Region {
    public static final double WIDTH = NodeBox.WIDTH;
    private static final double FAR_MARGIN = 8;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final NodeId id;
    private final Supplier<NodeFace> faces;
    private final List<Port> inputs = new ArrayList<>();
    private final Text farTitle = new Text();
    private @Nullable NodeFace face;
    private @Nullable Port output;
    private boolean seen;
    private boolean near;
    private Node node;
    private Inference inference;

    /// @param faces makes the face
    /// @param more what the tooltip says beside what is known of the layer; empty for nothing
    NodeView(Node node, Inference inference, Supplier<NodeFace> faces, Supplier<String> more) {
        this.id = node.id();
        this.node = node;
        this.inference = inference;
        this.faces = faces;
        setId("node-" + id);
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        farTitle.getStyleClass().add("node-far-title");
        farTitle.setMouseTransparent(true);
        farTitle.setWrappingWidth(WIDTH - 2 * FAR_MARGIN);
        farTitle.setTextOrigin(VPos.TOP);
        LazyTip.install(this,
                () -> LazyTip.lines(NodeText.details(this.node, this.inference), more.get()));
        show(node, inference);
    }

    NodeId node() {
        return id;
    }

    /// Shows a layer and what is known of it.
    void show(Node now, Inference known) {
        node = now;
        inference = known;
        getStyleClass().setAll("node-view", FamilyLook.styleClass(now.layer().card().family()));
        farTitle.setText(now.label());
        ports(Wiring.ports(known.graph(), now), Wiring.gives(now.layer()));
        problems(known.problems(id));
        if (seen)
            describe();
    }

    private void describe() {
        setAccessibleText(NodeText.spoken(node, inference));
        if (face != null)
            face.show(node, inference);
    }

    private void ports(int count, boolean gives) {
        if (count == inputs.size() && gives == (output != null))
            return;
        while (inputs.size() > count)
            inputs.removeLast();
        while (inputs.size() < count)
            inputs.add(new Port(id, inputs.size()));
        output = !gives ? null : output == null ? new Port(id, Port.OUTPUT) : output;
        if (seen)
            dress();
    }

    private void problems(List<Problem> problems) {
        boolean error = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        pseudoClassStateChanged(ERROR, error);
        pseudoClassStateChanged(WARNING, !error && !problems.isEmpty());
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Has it stand out; not at all where that is null.
    void light(@Nullable Light now) {
        for (Light light : Light.values())
            pseudoClassStateChanged(light.state(), light == now);
    }

    /// Whether to show it so would make it build what it has not built yet.
    boolean isNew(boolean fromNear) {
        return !seen || near != fromNear;
    }

    /// Shows all there is, or from far away the title alone. One that is out of sight keeps what it has.
    void show(boolean inSight, boolean fromNear) {
        setVisible(inSight);
        if (!inSight || !isNew(fromNear))
            return;
        seen = true;
        near = fromNear;
        pseudoClassStateChanged(FAR, !near);
        dress();
        describe();
    }

    private void dress() {
        List<javafx.scene.Node> parts = new ArrayList<>();
        if (near) {
            parts.add(face());
            parts.addAll(inputs);
            if (output != null)
                parts.add(output);
        } else
            parts.add(farTitle);
        getChildren().setAll(parts);
    }

    private NodeFace face() {
        NodeFace made = face == null ? faces.get() : face;
        face = made;
        return made;
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
        return port == Port.OUTPUT ? new Point2D(getLayoutX() + WIDTH, getLayoutY() + NodeBox.PORT_Y)
                : new Point2D(getLayoutX(), getLayoutY() + NodeBox.inputY(port));
    }

    /// The room it takes in the world.
    Bounds box() {
        return new BoundingBox(getLayoutX(), getLayoutY(), WIDTH, height());
    }

    /// Its height with the live picture and the lines that it may come to show.
    double tallest() {
        return face == null ? height() : height() + face.roomToGrow();
    }

    /// Lets the title be typed over.
    void rename(BiConsumer<NodeId, String> done) {
        face().rename(this::requestFocus, done);
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
        return face == null || !near ? height()
                : Math.max(NodeBox.heightFor(inputs.size()), Math.ceil(face.prefHeight(WIDTH)));
    }

    @Override
    protected void layoutChildren() {
        if (face != null)
            face.resizeRelocate(0, 0, getWidth(), getHeight());
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
