package org.lamina.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Document;
import org.lamina.app.Form;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;

/// Shows what is selected: one layer, several layers of one kind, or the network as a whole.
public final class Inspector extends ScrollPane {

    private final Document document;
    private final ObservableValue<Set<NodeId>> selected;
    private final Paths paths;
    private final Node whole;
    private List<NodeId> shownNodes = List.of();
    private @Nullable Class<?> shownType;
    private @Nullable LayerPane layer;

    /// @param whole what is shown while nothing is selected
    public Inspector(Document document, ObservableValue<Set<NodeId>> selected, Paths paths, Node whole) {
        this.document = document;
        this.selected = selected;
        this.paths = paths;
        this.whole = whole;
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(whole);
        selected.subscribe(_ -> refresh());
        document.projectProperty().subscribe(_ -> refresh());
    }

    /// Builds another pane only where another layer, or one of another kind, is to be shown; else typing would lose its
    /// place.
    private void refresh() {
        Graph graph = document.project().graph();
        List<NodeId> nodes = selected.getValue().stream().filter(graph::contains).toList();
        Class<?> type = nodes.isEmpty() ? null : graph.node(nodes.getFirst()).orElseThrow().layer().getClass();
        if (nodes.equals(shownNodes) && type == shownType)
            return;
        shownNodes = nodes;
        shownType = type;
        if (layer != null)
            layer.dispose();
        layer = null;
        setContent(nodes.isEmpty() ? whole : sameKind(graph, nodes) ? layer(nodes) : mixed(nodes.size()));
        setVvalue(0);
    }

    /// Puts the cursor into the first field of what is shown.
    public void focusFirst() {
        getContent().lookupAll(".form *").stream().filter(Node::isFocusTraversable).findFirst()
                .or(() -> Optional.ofNullable(getContent().lookup("#node-title"))).ifPresent(Node::requestFocus);
    }

    private static boolean sameKind(Graph graph, List<NodeId> nodes) {
        return nodes.stream().map(n -> graph.node(n).orElseThrow().layer().getClass()).distinct().count() == 1;
    }

    private Node layer(List<NodeId> nodes) {
        LayerPane pane = new LayerPane(document, nodes, Form.layers(document, nodes), paths);
        layer = pane;
        return pane;
    }

    private static Node mixed(int count) {
        VBox box = new VBox(Headings.title(count + " layers"),
                Headings.muted("They are of different kinds. Select layers of one kind to change them together."));
        box.getStyleClass().add("pane");
        return box;
    }
}
