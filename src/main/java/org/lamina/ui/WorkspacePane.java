package org.lamina.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.lamina.app.Document;
import org.lamina.app.Workspace;
import org.lamina.graph.NodeId;
import org.lamina.spec.Location;
import org.lamina.ui.data.DataChooser;
import org.lamina.ui.data.DataPanel;
import org.lamina.ui.dialogs.Questions;
import org.lamina.ui.inspector.Inspector;
import org.lamina.ui.inspector.NetworkPane;
import org.lamina.ui.inspector.Paths;
import org.lamina.ui.theme.Themes;

/// One open project: palette, canvas, inspector, drawer and status bar. Each comes from one method.
final class WorkspacePane extends BorderPane {

    private final Workspace workspace;
    private final Questions questions;
    private final Themes themes;
    private final Remembered remembered;
    private final Drawer drawer;

    WorkspacePane(Workspace workspace, Questions questions, Themes themes, Remembered remembered) {
        this.workspace = workspace;
        this.questions = questions;
        this.themes = themes;
        this.remembered = remembered;
        drawer = drawer();
        setId("workspace");
        setCenter(columns());
        setBottom(new StatusBar(workspace, () -> show("problems"), new HBox()));
    }

    private Node columns() {
        Node inspector = new Inspector(workspace.document(), workspace.selection().nodesProperty(), paths(),
                network());
        SplitPane split = new SplitPane(canvasAndDrawer(), inspector);
        split.getStyleClass().add("studio-split");
        SplitPane.setResizableWithParent(inspector, false);
        remembered.divider(split, 0, "inspector", 0.76);
        return split;
    }

    private Node canvasAndDrawer() {
        SplitPane split = new SplitPane(canvas(), drawer);
        split.setOrientation(Orientation.VERTICAL);
        split.getStyleClass().add("studio-split");
        SplitPane.setResizableWithParent(drawer, false);
        remembered.divider(split, 0, "drawer", 0.66);
        return split;
    }

    private Node canvas() {
        return new Region();
    }

    private Node network() {
        return new NetworkPane(workspace, paths(), new DataChooser(workspace, paths()));
    }

    private Drawer drawer() {
        return new Drawer()
                .tab("data", "Data", Feather.DATABASE, () -> new DataPanel(workspace.data(), themes))
                .tab("problems", "Problems", Feather.ALERT_TRIANGLE,
                        () -> new ProblemsPane(workspace, this::goTo));
    }

    /// Shows a tab of the drawer.
    void show(String tab) {
        drawer.select(tab);
    }

    private void goTo(NodeId node) {
        workspace.selection().set(node);
    }

    Action undo() {
        Document document = workspace.document();
        return verb("undo", "Undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", document::undo,
                document.undoLabelProperty());
    }

    Action redo() {
        Document document = workspace.document();
        return verb("redo", "Redo", Feather.CORNER_UP_RIGHT, "Shortcut+Shift+Z", document::redo,
                document.redoLabelProperty());
    }

    private static Action verb(String id, String title, Feather icon, String keys, Runnable run,
            ObservableValue<String> label) {
        return Action.of(id, title, icon, keys, run)
                .titled(label.map(l -> l.isEmpty() ? title : title + " “" + l + "”"))
                .when(label.map(l -> !l.isEmpty()), "nothing to " + id);
    }

    List<ActionGroup> groups() {
        return List.of(new ActionGroup("Edit", List.of(List.of(undo(), redo()))));
    }

    private Paths paths() {
        return new Paths() {
            @Override
            public Optional<String> choose(Location.Kind kind, String title) {
                return questions.path(kind, title).map(this::written);
            }

            @Override
            public String written(Path path) {
                Path base = workspace.document().folder();
                Path file = path.toAbsolutePath().normalize();
                return (file.startsWith(base) ? base.relativize(file) : file).toString();
            }
        };
    }
}
