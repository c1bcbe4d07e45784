package org.lamina.ui.depth;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.NodeId;
import org.lamina.ui.LazyTip;

/// The bar of one layer over its number and the layer's name; a click, Enter or Space selects the layer.
final class ProbeColumn extends Region {

    /// Room for the number and the name, in two lines.
    static final double NAME = 52;
    private static final double GAP = 8;
    private static final double NUMBER = 16;

    private final Rectangle bar = new Rectangle();
    private final Line before = new Line();
    private final Label number = new Label();
    private final Label name = new Label();
    private final Consumer<NodeId> open;
    private ProbeChart.@Nullable Bar shown;

    ProbeColumn(Consumer<NodeId> open) {
        this.open = open;
        getStyleClass().add("probe-column");
        bar.getStyleClass().add("probe-bar");
        before.getStyleClass().add("probe-before");
        number.getStyleClass().add("probe-number");
        name.getStyleClass().add("probe-name");
        name.setWrapText(true);
        name.setAlignment(Pos.TOP_CENTER);
        number.setAlignment(Pos.CENTER);
        getChildren().addAll(bar, before, number, name);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setOnMouseClicked(_ -> choose());
        setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ENTER && e.getCode() != KeyCode.SPACE)
                return;
            choose();
            e.consume();
        });
        LazyTip.install(this, () -> shown == null ? "" : shown.words());
    }

    void show(ProbeChart.Bar next) {
        if (next.equals(shown))
            return;
        shown = next;
        setId("probe-" + next.node().value().replace('/', '-'));
        setAccessibleText(next.words());
        name.setText(next.name());
        number.setText("%.1f %%".formatted(100 * next.share()));
        requestLayout();
    }

    private void choose() {
        requestFocus();
        if (shown != null)
            open.accept(shown.node());
    }

    @Override
    protected void layoutChildren() {
        ProbeChart.Bar now = shown;
        if (now == null)
            return;
        double floor = getHeight() - NAME;
        double top = ProbeChart.y(getHeight(), now.share());
        bar.setX(GAP);
        bar.setWidth(Math.max(0, getWidth() - 2 * GAP));
        bar.setY(top);
        bar.setHeight(Math.max(0, floor - top));
        before.setStartX(GAP);
        before.setEndX(getWidth() - GAP);
        before.setStartY(ProbeChart.y(getHeight(), now.before()));
        before.setEndY(before.getStartY());
        number.resizeRelocate(0, floor + 1, getWidth(), NUMBER);
        name.resizeRelocate(2, floor + NUMBER + 1, Math.max(0, getWidth() - 4), NAME - NUMBER - 1);
    }
}
