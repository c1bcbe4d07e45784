package org.lamina.ui.inspector;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Form;
import org.lamina.app.NetworkEditor;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.ui.Entering;
import org.lamina.ui.Scroll;

/// Shows what is selected: one layer, several layers of one kind, or the network as a whole.
public final class Inspector extends Scroll {

    private final NetworkEditor editor;
    private final Paths paths;
    private final Supplier<Node> networks;
    private final Node block;
    private List<NodeId> shownNodes = List.of();
    private Form.@Nullable Kind shownKind;
    private @Nullable LayerPane layer;
    private @Nullable Node network;

    /// @param networks makes what is shown while nothing is selected
    public Inspector(NetworkEditor editor, Paths paths, Supplier<Node> networks) {
        this.editor = editor;
        this.paths = paths;
        this.networks = networks;
        block = new BlockPane(editor);
        setId("inspector");
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Entering.soon(() -> {
            editor.selection().nodesProperty().subscribe(_ -> refresh());
            editor.drawing().projectProperty().subscribe(_ -> refresh());
        });
    }

    /// Builds another pane only where another layer, or one of another kind, is to be shown; else typing would lose its
    /// place.
    private void refresh() {
        Graph graph = editor.graph();
        List<NodeId> nodes = editor.selection().nodes().stream().filter(graph::contains).toList();
        Form.Kind kind = nodes.isEmpty() ? null : kind(graph, nodes.getFirst());
        if (nodes.equals(shownNodes) && Objects.equals(kind, shownKind)) {
            if (nodes.isEmpty() && getContent() != whole())
                setContent(whole());
            return;
        }
        shownNodes = nodes;
        shownKind = kind;
        if (layer != null)
            layer.dispose();
        layer = null;
        setContent(nodes.isEmpty() ? whole() : sameKind(graph, nodes) ? layer(nodes) : mixed(nodes.size()));
        setVvalue(0);
    }

    private Node whole() {
        return editor.drawing().isInside() ? block : network();
    }

    private Node network() {
        if (network != null)
            return network;
        Node made = networks.get();
        Entering.slowly(made);
        network = made;
        return made;
    }

    private static Form.Kind kind(Graph graph, NodeId node) {
        return Form.Kind.of(graph.node(node).orElseThrow().layer());
    }

    /// Puts the cursor into the first field of what is shown.
    public void focusFirst() {
        getContent().lookupAll(".form *").stream().filter(Node::isFocusTraversable).findFirst()
                .or(() -> Optional.ofNullable(getContent().lookup("#node-title"))).ifPresent(Node::requestFocus);
    }

    private static boolean sameKind(Graph graph, List<NodeId> nodes) {
        return nodes.stream().map(n -> kind(graph, n)).distinct().count() == 1;
    }

    private Node layer(List<NodeId> nodes) {
        LayerPane pane = new LayerPane(editor, nodes, Form.layers(editor.drawing(), nodes), paths);
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
