package org.lamina.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What is wrong with the look of a window and can be counted: words that are cut off, parts that stick out of the pane
/// they are in, parts that lie on top of each other in a row, column or grid.
final class Faults {

    private static final double ROUNDING = 1.5;

    private final List<String> found = new ArrayList<>();

    private Faults() {}

    /// @return one line a fault; empty where all is well
    static List<String> of(Parent root) {
        return FxDriver.call(() -> {
            Faults faults = new Faults();
            faults.look(root);
            return List.copyOf(faults.found);
        });
    }

    private void look(Parent parent) {
        List<Node> shown = parent.getChildrenUnmodifiable().stream().filter(Faults::isShown).toList();
        if (parent instanceof Labeled labeled)
            words(labeled);
        if (parent instanceof Region region && keepsItsChildren(region))
            shown.forEach(child -> inside(region, child));
        if (parent instanceof HBox || parent instanceof VBox || parent instanceof FlowPane || parent instanceof GridPane
                || parent instanceof BorderPane)
            apart(shown.stream().filter(Node::isManaged).toList());
        if (parent instanceof TextInputControl)
            return;
        shown.stream().filter(Parent.class::isInstance).forEach(child -> look((Parent) child));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && node.getOpacity() > 0 && node.getLayoutBounds().getWidth() > 0;
    }

    /// Words end in dots where there is no room.
    private void words(Labeled labeled) {
        String whole = labeled.getText() == null ? "" : labeled.getText();
        labeled.getChildrenUnmodifiable().stream().filter(c -> c instanceof Text && c.isVisible())
                .map(c -> ((Text) c).getText()).filter(seen -> cut(seen, whole, labeled.getEllipsisString()))
                .forEach(seen -> found.add("%s: “%s” is cut to “%s”".formatted(name(labeled), whole, seen)));
    }

    private static boolean cut(String seen, String whole, String dots) {
        return (seen.endsWith(dots) && !whole.endsWith(dots)) || (seen.isEmpty() && !whole.isEmpty());
    }

    /// A plain Pane or Group places its children anywhere; what scrolls is larger than its sight; a cell is half seen.
    private static boolean keepsItsChildren(Region region) {
        return region.getClass() != Pane.class && !(region instanceof ScrollPane) && !(region instanceof IndexedCell)
                && !(region instanceof TextInputControl)
                && !(region instanceof TextFlow) && region.getStyleClass().stream().noneMatch(FREE::contains)
                && region.getClip() == null
                && (region.getParent() == null || !region.getParent().getStyleClass().contains("viewport"));
    }

    private static final Set<String> FREE = Set.of("viewport", "canvas", "node-view", "clipped-container", "track",
            "slider", "chart", "split-pane-divider", "scroll-bar", "tab-header-area", "headers-region",
            "nested-column-header", "thumbnail");

    private void inside(Region parent, Node child) {
        if (child instanceof Group || child.getLayoutBounds().isEmpty())
            return;
        Bounds room = grown(parent.getLayoutBounds());
        Bounds taken = child.localToParent(child.getLayoutBounds());
        if (!room.contains(taken))
            found.add("%s sticks out of %s: %s in %s".formatted(name(child), name(parent), box(taken), box(room)));
    }

    private static Bounds grown(Bounds b) {
        return new BoundingBox(b.getMinX() - ROUNDING, b.getMinY() - ROUNDING, b.getWidth() + 2 * ROUNDING,
                b.getHeight() + 2 * ROUNDING);
    }

    private void apart(List<Node> siblings) {
        IntStream.range(0, siblings.size()).forEach(i -> siblings.subList(i + 1, siblings.size()).forEach(other -> {
            Bounds a = taken(siblings.get(i));
            Bounds b = taken(other);
            double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
            double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
            if (wide > ROUNDING && high > ROUNDING)
                found.add("%s lies on %s: %s and %s".formatted(name(other), name(siblings.get(i)), box(b), box(a)));
        }));
    }

    private static Bounds taken(Node node) {
        return node.localToParent(node.getLayoutBounds());
    }

    /// The nearest name and what it is: `#status .label“No problems”`.
    private static String name(Node node) {
        Node named = node;
        while (named.getId() == null && named.getParent() != null)
            named = named.getParent();
        String kind = node.getStyleClass().stream().map(c -> "." + c).collect(Collectors.joining());
        String text = node instanceof Labeled labeled && labeled.getText() != null ? "“" + labeled.getText() + "”" : "";
        return (named.getId() == null ? "" : "#" + named.getId() + " ")
                + (kind.isEmpty() ? node.getClass().getSimpleName() : kind) + text;
    }

    private static String box(Bounds b) {
        return "%.0f,%.0f–%.0f,%.0f".formatted(b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY());
    }
}
