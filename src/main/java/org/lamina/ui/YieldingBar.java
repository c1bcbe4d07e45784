package org.lamina.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;

/// A row whose least important parts give way, whole, where the window is narrow: better no word than half of one. A
/// label without words takes no room.
public class YieldingBar extends HBox {

    private List<Node> yielding = List.of();

    /// Says what gives way, the first part first. All others always stay.
    public final void givingWay(Node... parts) {
        yielding = List.of(parts);
    }

    /// Adds parts; they are shown and hidden by the bar alone.
    public final void add(Node... parts) {
        for (Node part : parts) {
            getChildren().add(part);
            if (part instanceof Labeled labeled)
                labeled.textProperty().subscribe(this::requestLayout);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return width(getChildren().stream().filter(c -> isWanted(c) && !yielding.contains(c)).toList());
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(getChildren().stream().filter(YieldingBar::isWanted).toList());
    }

    @Override
    protected void layoutChildren() {
        List<Node> shown = new ArrayList<>(getChildren().stream().filter(YieldingBar::isWanted).toList());
        for (Node part : yielding)
            if (width(shown) > getWidth())
                shown.remove(part);
        for (Node child : getChildren()) {
            child.setManaged(shown.contains(child));
            child.setVisible(shown.contains(child));
        }
        super.layoutChildren();
    }

    private double width(List<Node> parts) {
        double gaps = getSpacing() * Math.max(0, parts.size() - 1);
        return snappedLeftInset() + snappedRightInset() + gaps
                + parts.stream().mapToDouble(p -> snapSizeX(p.prefWidth(-1))).sum();
    }

    private static boolean isWanted(Node part) {
        return !(part instanceof Labeled labeled) || labeled.getGraphic() != null || !labeled.getText().isEmpty();
    }
}
