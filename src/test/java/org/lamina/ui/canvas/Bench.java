package org.lamina.ui.canvas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import org.lamina.app.BlockShelf;
import org.lamina.app.Document;
import org.lamina.app.NetworkEditor;
import org.lamina.app.Settings;
import org.lamina.data.DataSource;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.spec.Params;
import org.lamina.ui.FxDriver;
import org.lamina.ui.palette.PaletteView;
import org.lamina.ui.theme.Theme;
import org.lamina.ui.theme.Themes;

/// A palette and a canvas in a window, and a hand to use them.
final class Bench implements AutoCloseable {
    static final double WIDTH = 1400;
    static final double HEIGHT = 850;

    final Document document;
    final NetworkEditor editor;
    final CanvasView canvas;
    final FxDriver hand;

    private Bench(Project project, boolean dark) {
        document = FxDriver.call(() -> new Document(project));
        editor = FxDriver.call(() -> new NetworkEditor(document));
        canvas = FxDriver.call(() -> new CanvasView(editor, NodeDecorations.NONE, Runnable::run));
        hand = FxDriver.show(() -> window(dark), WIDTH, HEIGHT);
    }

    static Bench of(Graph graph) {
        return new Bench(project(graph), false);
    }

    static Bench dark(Graph graph) {
        return new Bench(project(graph), true);
    }

    static Bench empty() {
        return of(Graph.EMPTY);
    }

    static Project project(Graph graph) {
        DataSource data = Catalogue.of(DataSource.class).entries().getFirst();
        return new Project("", graph, Layout.EMPTY, data, new Plan());
    }

    static Layer layer(String id, Map<String, ?> values) {
        return Params.with(Catalogue.layers().get(id), values);
    }

    static Layer layer(String id) {
        return Catalogue.layers().get(id);
    }

    /// Layers one after the other, each named after its kind: `conv-2d-1`.
    static Graph chain(Layer... layers) {
        Graph graph = Graph.EMPTY;
        NodeId before = null;
        for (Layer layer : layers) {
            NodeId id = graph.freshId(layer.card().id());
            List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(new Node(id, "", layer))));
            if (before != null)
                edits.add(new Edit.Connect(new Wire(before, id, 0)));
            graph = graph.apply(edits);
            before = id;
        }
        return graph;
    }

    private BorderPane window(boolean dark) {
        Settings settings = Settings.load(Path.of("none"), _ -> {});
        Themes themes = new Themes(settings);
        themes.themeProperty().set(dark ? Theme.DARK : Theme.LIGHT);
        BorderPane root = new BorderPane(canvas);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null)
                themes.dress(root, scene.getStylesheets());
        });
        PaletteView palette = new PaletteView(editor.offer(), () -> canvas, settings,
                BlockShelf.none());
        palette.setPrefWidth(210);
        root.setLeft(palette);
        return root;
    }

    /// A place on the canvas, in the scene.
    Point2D onCanvas(double x, double y) {
        return FxDriver.call(() -> canvas.localToScene(x, y));
    }

    Graph graph() {
        return FxDriver.call(() -> document.project().graph());
    }

    String undoLabel() {
        return FxDriver.call(() -> document.undoLabelProperty().get());
    }

    List<String> selected() {
        return FxDriver.call(() -> editor.selection().nodes().stream().map(NodeId::value).toList());
    }

    double zoom() {
        return FxDriver.call(() -> canvas.zoomProperty().get());
    }

    void clipboard(String text) {
        FxDriver.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    /// Pairs of nodes that cover each other.
    long overlaps() {
        List<NodeView> nodes = hand.all(".node-view").stream().map(NodeView.class::cast).toList();
        return FxDriver.call(() -> nodes.stream()
                .mapToLong(a -> nodes.stream().filter(b -> a != b && a.box().intersects(b.box())).count()).sum());
    }

    Point2D port(String id) {
        return hand.centre("#" + id);
    }

    @Override
    public void close() {
        hand.close();
    }
}
