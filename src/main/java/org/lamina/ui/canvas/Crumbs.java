package org.lamina.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lamina.app.NetworkEditor;
import org.lamina.app.Scope;
import org.lamina.graph.NodeId;

/// The way from the network to the block whose inside is seen; a click goes back. Not there while the network itself is
/// seen.
final class Crumbs extends HBox {

    private final NetworkEditor editor;

    Crumbs(NetworkEditor editor) {
        this.editor = editor;
        setId("crumbs");
        getStyleClass().add("crumbs");
        setAlignment(Pos.CENTER_LEFT);
        setManaged(false);
        Scope drawing = editor.drawing();
        drawing.wayProperty().subscribe(_ -> show());
        drawing.projectProperty().subscribe(_ -> show());
    }

    private void show() {
        List<NodeId> way = editor.drawing().way();
        setVisible(!way.isEmpty());
        List<Node> parts = new ArrayList<>();
        parts.add(part(0, "Network"));
        for (int depth = 1; depth <= way.size(); depth++) {
            FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
            arrow.getStyleClass().add("crumb-arrow");
            parts.add(arrow);
            parts.add(part(depth, name(way.subList(0, depth))));
        }
        getChildren().setAll(parts);
    }

    private String name(List<NodeId> way) {
        return editor.document().project().graph().use(way).map(use -> use.definition().name())
                .orElse("");
    }

    /// The last part is where one is.
    private Node part(int depth, String name) {
        List<NodeId> way = List.copyOf(editor.drawing().way().subList(0, depth));
        if (depth > 0 && depth == editor.drawing().way().size()) {
            Label here = new Label(name);
            here.getStyleClass().add("crumb-here");
            return here;
        }
        Button back = new Button(name);
        back.setId("crumb-" + depth);
        back.getStyleClass().addAll("flat", "small", "crumb");
        back.setAccessibleText("Back to " + name);
        back.setOnAction(_ -> editor.blocks().back(way));
        return back;
    }
}
