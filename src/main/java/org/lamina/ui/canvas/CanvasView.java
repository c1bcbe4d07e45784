package org.lamina.ui.canvas;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.lamina.app.AutoLayout;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.app.Wiring;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.NodeId;
import org.lamina.project.Point;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Layer;
import org.lamina.ui.FxDoor;
import org.lamina.ui.palette.LayerTarget;

/// The network of one document, drawn and edited.
public final class CanvasView extends Region implements LayerTarget {
    private static final double ZOOM_STEP = 1.25;

    private final NetworkEditor editor;
    private final Executor background;
    private final Camera camera = new Camera();
    private final Scenery scenery;
    private final Pane glass = new Pane();
    private final Board board;
    private final CanvasPointer pointer;
    private final SearchPopup search = new SearchPopup(Catalogue.layers().entries());
    private final ProblemPopup problems;
    private final EmptyState empty = new EmptyState();
    private final Notice notice = new Notice();
    private final PauseTransition rest = new PauseTransition(Duration.millis(180));
    private Consumer<NodeId> onOpen = _ -> {};
    private boolean fitted;

    /// @param decorations live pictures on the nodes
    /// @param background runs the automatic layout
    public CanvasView(NetworkEditor editor, NodeDecorations decorations, Executor background) {
        this.editor = editor;
        this.background = background;
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        scenery = new Scenery(editor.document(), editor.selection(), decorations, this::showProblems);
        camera.drive(scenery);
        Hint hint = new Hint();
        glass.setMouseTransparent(true);
        glass.getChildren().add(hint);
        board = new Board(editor, camera, scenery, glass, hint);
        problems = new ProblemPopup(fix -> {
            requestFocus();
            editor.apply(fix);
        });
        pointer = new CanvasPointer(this, board, this::searchFromWire, this::searchAt, id -> onOpen.accept(id));
        new CanvasKeys(this, pointer);
        getChildren().addAll(empty, scenery, glass, notice, problems, search);
        search.onClosed(this::requestFocus);
        clip();
        listen();
    }

    private void clip() {
        Rectangle window = new Rectangle();
        window.widthProperty().bind(widthProperty());
        window.heightProperty().bind(heightProperty());
        setClip(window);
    }

    private void listen() {
        camera.onMoved(this::moved);
        rest.setOnFinished(_ -> scenery.hurry(false));
        editor.document().projectProperty().addListener((_, before, now) -> {
            if (before.graph() != now.graph()) {
                problems.close();
                cull();
            }
            empty.setVisible(now.graph().nodes().isEmpty());
        });
        empty.setVisible(editor.graph().nodes().isEmpty());
        editor.noticeProperty().addListener((_, _, now) -> notice.tell(now));
    }

    private void moved() {
        problems.close();
        cull();
        scenery.hurry(true);
        rest.playFromStart();
    }

    private void cull() {
        if (scenery.cull(camera.seen(getWidth(), getHeight()), camera.zoom()))
            FxDoor.EXECUTOR.execute(this::cull);
    }

    public NetworkEditor editor() {
        return editor;
    }

    /// 1 is 100 %.
    public ReadOnlyDoubleProperty zoomProperty() {
        return camera.zoomProperty();
    }

    /// Called when a person wants to see a layer's parameters: Enter or a double-click.
    public void setOnOpen(Consumer<NodeId> listener) {
        onOpen = listener;
    }

    @Override
    public void append(Layer layer) {
        NodeId id = editor.append(layer, corner(centre()));
        applyCss();
        reveal(id);
    }

    @Override
    public Carried carry(Layer layer) {
        return new CarryGesture(board, this, layer);
    }

    /// Opens the search at the pointer; what is chosen is added there.
    public void search() {
        searchAt(getLayoutBounds().contains(pointer.last()) ? pointer.last() : centre());
    }

    private void searchAt(Point2D view) {
        search.open(view, getWidth(), getHeight(), _ -> true, layer -> editor.add(layer, corner(view)));
    }

    private void searchFromWire(Point2D view, NodeId node, int port) {
        Inference inference = editor.document().inference();
        boolean forward = port == Port.OUTPUT;
        Point2D world = camera.toWorld(view);
        Point corner = new Point(world.getX() - (forward ? 0 : NodeBox.WIDTH), world.getY() - NodeBox.HEIGHT / 2);
        search.open(view, getWidth(), getHeight(),
                layer -> forward
                        ? Wiring.accepts(inference, layer, node)
                        : Wiring.canFeed(inference, layer, node, port),
                layer -> editor.addAtEnd(layer, corner, node, port));
    }

    public void copy() {
        editor.copied()
                .ifPresent(text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    public void cut() {
        if (editor.selection().nodes().isEmpty())
            return;
        copy();
        editor.delete();
    }

    /// Pastes at the pointer, or in the middle where the pointer is elsewhere.
    public void paste() {
        Point2D view = getLayoutBounds().contains(pointer.last()) && isHover() ? pointer.last() : centre();
        String text = Clipboard.getSystemClipboard().getString();
        editor.paste(text == null ? "" : text, corner(view));
    }

    /// Lets the title of the selected layer be typed over.
    public void rename() {
        editor.selection().last().flatMap(scenery::node).ifPresent(v -> v.rename(editor::rename));
    }

    public void openSelected() {
        editor.selection().last().ifPresent(id -> onOpen.accept(id));
    }

    /// Shows what is wrong with the selected layer.
    public void showProblems() {
        editor.selection().last().ifPresent(this::showProblems);
    }

    /// Shows a layer and what is wrong with it.
    public void showProblems(NodeId id) {
        goTo(id);
        scenery.node(id).filter(_ -> !editor.document().inference().problems(id).isEmpty())
                .ifPresent(v -> problems.open(editor.document().inference().problems(id), camera.toView(v.box()),
                        getWidth(), getHeight()));
    }

    /// Selects a layer and brings it into view.
    public void goTo(NodeId id) {
        editor.selection().set(id);
        reveal(id);
        scenery.node(id).ifPresent(NodeView::requestFocus);
    }

    private void reveal(NodeId id) {
        scenery.node(id).ifPresent(v -> camera.reveal(v.box(), getWidth(), getHeight()));
    }

    /// Shows everything, never larger than 100 %.
    public void fit() {
        fit(Camera.SMALLEST);
    }

    private void fit(double least) {
        scenery.extent().ifPresentOrElse(all -> camera.fit(all, getWidth(), getHeight(), least), this::zoomFull);
    }

    public void zoomIn() {
        camera.zoomBy(ZOOM_STEP, centre());
    }

    public void zoomOut() {
        camera.zoomBy(1 / ZOOM_STEP, centre());
    }

    /// 100 %.
    public void zoomFull() {
        camera.zoomBy(1 / camera.zoom(), centre());
    }

    /// Places all layers anew, left to right: one undo step, then everything is in view.
    public void autoLayout() {
        Graph graph = editor.graph();
        Map<NodeId, Double> heights = scenery.nodes().stream()
                .collect(Collectors.toMap(NodeView::node, v -> v.box().getHeight()));
        background.execute(() -> {
            Map<NodeId, Point> places = AutoLayout.places(graph, id -> heights.getOrDefault(id, NodeBox.HEIGHT));
            FxDoor.run(() -> arrange(places));
        });
    }

    private void arrange(Map<NodeId, Point> places) {
        editor.document().edit("Auto layout", p -> p.with(p.layout().with(places)));
        fit();
    }

    /// Ends what the pointer is doing, without any change.
    public void abort() {
        pointer.abort();
    }

    /// Whether there was one to close.
    boolean closePopups() {
        boolean open = search.isOpen() || problems.isVisible();
        search.close();
        problems.close();
        return open;
    }

    private Point2D centre() {
        return new Point2D(getWidth() / 2, getHeight() / 2);
    }

    /// The top left corner of a node whose middle is there.
    private Point corner(Point2D view) {
        Point2D world = camera.toWorld(view);
        return new Point(world.getX() - NodeBox.WIDTH / 2, world.getY() - NodeBox.HEIGHT / 2);
    }

    @Override
    protected void layoutChildren() {
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        glass.resizeRelocate(0, 0, getWidth(), getHeight());
        notice.settle(getWidth(), getHeight());
        scenery.autosize();
        if (!fitted && getWidth() > 0) {
            fitted = true;
            fit(Camera.LEGIBLE);
            scenery.applyCss();
            scenery.layout();
        }
        cull();
    }

}
