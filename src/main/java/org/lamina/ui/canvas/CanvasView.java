package org.lamina.ui.canvas;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.lamina.app.AutoLayout;
import org.lamina.app.NetworkEditor;
import org.lamina.app.NodeBox;
import org.lamina.app.NodeNumbers;
import org.lamina.app.Numbers;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Point;
import org.lamina.spec.Layer;
import org.lamina.ui.ActionGroup;
import org.lamina.ui.FxDoor;
import org.lamina.ui.palette.LayerTarget;
import org.lamina.ui.take.Snapshot;
import org.lamina.ui.take.Svg;
import org.lamina.ui.take.Takeaway;

/// The network of one document, drawn and edited.
public final class CanvasView extends Region implements LayerTarget, Takeaway {
    private static final double ZOOM_STEP = 1.25;
    private static final int MAP_FROM = 20;
    private static final double CRUMBS = 8;

    private final NetworkEditor editor;
    private final Executor background;
    private final Camera camera = new Camera();
    private final Scenery scenery;
    private final Pane glass = new Pane();
    private final Board board;
    private final CanvasPointer pointer;
    private final LayerAdder adder;
    private final ProblemPopup problems;
    private final EmptyState empty = new EmptyState();
    private final Notice notice = new Notice();
    private final MiniMap map = new MiniMap(camera);
    private final Crumbs crumbs;
    private final Map<List<NodeId>, Camera.Sight> left = new HashMap<>();
    private final CanvasActions actions;
    private final PauseTransition rest = new PauseTransition(Duration.millis(180));
    private @Nullable ContextMenu menu;
    private Consumer<NodeId> onOpen = _ -> {};
    /// Whether everything is in sight and nobody has looked elsewhere since: then it stays so when the window changes.
    private boolean fitted = true;
    private double fittedWidth;
    private double fittedHeight;

    /// @param decorations live pictures on the nodes
    /// @param background runs the automatic layout
    public CanvasView(NetworkEditor editor, NodeDecorations decorations, Executor background) {
        this.editor = editor;
        this.background = background;
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        scenery = new Scenery(editor.drawing(), editor.selection(), decorations, this::showProblems);
        camera.drive(scenery);
        Hint hint = new Hint();
        glass.setMouseTransparent(true);
        glass.getChildren().add(hint);
        board = new Board(editor, camera, scenery, glass, hint);
        problems = new ProblemPopup(fix -> {
            requestFocus();
            editor.apply(fix);
        });
        adder = new LayerAdder(this, board);
        pointer = new CanvasPointer(this, board, adder::atLooseEnd, adder::at, this::open, this::openMenu);
        Walk walk = new Walk(this);
        actions = new CanvasActions(this, walk);
        new CanvasKeys(this, pointer, walk, actions.all().toList());
        crumbs = new Crumbs(editor);
        getChildren().addAll(empty, scenery, glass, map, crumbs, notice, problems, adder.popup());
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
        editor.drawing().projectProperty().addListener((_, before, now) -> {
            if (before.graph() != now.graph()) {
                problems.close();
                cull();
            }
            empty.setVisible(now.graph().nodes().isEmpty());
            drawMap();
        });
        editor.drawing().wayProperty().addListener((_, before, now) -> enter(before, now));
        drawMap();
        empty.setVisible(editor.graph().nodes().isEmpty());
        editor.noticeProperty().addListener((_, _, now) -> notice.tell(now));
    }

    /// Shows the inside of another block, or what is around it as it was seen before.
    private void enter(List<NodeId> before, List<NodeId> now) {
        abort();
        closePopups();
        left.put(before, camera.sight());
        Camera.Sight again = left.get(now);
        fitted = true;
        fittedWidth = 0;
        if (again != null)
            camera.look(again);
        requestFocus();
        requestLayout();
    }

    private void moved() {
        fitted = false;
        problems.close();
        cull();
        scenery.hurry(true);
        rest.playFromStart();
    }

    private void cull() {
        Bounds seen = camera.seen(getWidth(), getHeight());
        if (scenery.cull(seen, camera.zoom()))
            FxDoor.EXECUTOR.execute(this::cull);
        map.frame(seen, getWidth(), getHeight());
        map.setVisible(scenery.nodes().size() >= MAP_FROM
                && scenery.extent().filter(all -> !seen.contains(all)).isPresent());
    }

    private void drawMap() {
        scenery.extent().ifPresent(all -> map.draw(scenery.boxes(), all));
    }

    @Override
    public String subject() {
        return "Network";
    }

    @Override
    public Node pictured() {
        return scenery;
    }

    @Override
    public Numbers numbers() {
        return NodeNumbers.of(editor.drawing().inference());
    }

    /// All of the network, as at 100 %.
    @Override
    public Supplier<BufferedImage> picture() {
        return whole(() -> Snapshot.of(scenery, camera.zoom()));
    }

    @Override
    public String drawing() {
        return whole(() -> Svg.of(scenery, subject()));
    }

    private <T> T whole(Supplier<T> taken) {
        scenery.extentWithWires().ifPresent(all -> {
            while (scenery.cull(all, 1))
                scenery.applyCss();
        });
        T picture = taken.get();
        cull();
        return picture;
    }

    public NetworkEditor editor() {
        return editor;
    }

    public CanvasActions actions() {
        return actions;
    }

    /// 1 is 100 %.
    public ReadOnlyDoubleProperty zoomProperty() {
        return camera.zoomProperty();
    }

    /// Draws wires in inks of their own; all others as they are by themselves.
    public void ink(Map<Wire, Ink> inks) {
        scenery.ink(inks);
    }

    /// Lights some nodes, and wires in inks above those of [#ink(Map)].
    public void light(Map<NodeId, Light> nodes, Map<Wire, Ink> wires) {
        scenery.light(nodes, wires);
    }

    /// Called when a person wants to see a layer's parameters: Enter or a double-click.
    public void setOnOpen(Consumer<NodeId> listener) {
        onOpen = listener;
    }

    @Override
    public void append(Layer layer) {
        NodeId id = editor.append(layer, adder.corner(centre()));
        applyCss();
        reveal(id);
    }

    @Override
    public Carried carry(Layer layer) {
        return new CarryGesture(board, this, layer);
    }

    /// Opens the search: for what goes into the selected wire, else for what is added at the pointer.
    public void search() {
        editor.selection().wire().ifPresentOrElse(adder::into,
                () -> adder.at(getLayoutBounds().contains(pointer.last()) ? pointer.last() : centre()));
    }

    /// Opens the menu of what is selected, beside it.
    void openMenu() {
        Point2D at = editor.selection().last().flatMap(scenery::node).map(v -> v.box())
                .or(() -> editor.selection().wire().flatMap(scenery::wire).map(w -> w.route().bounds()))
                .map(b -> camera.toView(new Point2D(b.getCenterX(), b.getCenterY()))).orElseGet(this::centre);
        openMenu(at);
    }

    private void openMenu(Point2D view) {
        if (menu != null)
            menu.hide();
        ContextMenu opened = new ContextMenu();
        opened.getItems().setAll(new ActionGroup("", actions.menu()).items());
        menu = opened;
        Point2D screen = localToScreen(view);
        opened.show(this, screen.getX(), screen.getY());
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
        editor.paste(text == null ? "" : text, adder.corner(view));
    }

    /// Lets the title of the selected layer be typed over.
    public void rename() {
        editor.selection().last().flatMap(scenery::node).ifPresent(v -> v.rename(editor::rename));
    }

    public void openSelected() {
        editor.selection().last().ifPresent(this::open);
    }

    /// Goes into a block; of another layer, shows the parameters.
    private void open(NodeId id) {
        if (editor.blocks().isBlock(id))
            editor.blocks().open(id);
        else
            onOpen.accept(id);
    }

    /// Makes a block of what is selected and lets its name be typed.
    void makeBlock() {
        editor.blocks().make().ifPresent(id -> {
            applyCss();
            layout();
            scenery.node(id).ifPresent(v -> v.rename(editor.blocks()::rename));
        });
    }

    /// Shows what is wrong with the selected layer.
    public void showProblems() {
        editor.selection().last().ifPresent(this::showProblems);
    }

    /// Shows a layer of what is open, and what is wrong with it.
    private void showProblems(NodeId id) {
        select(id);
        scenery.node(id).filter(_ -> !editor.drawing().inference().problems(id).isEmpty())
                .ifPresent(v -> problems.open(editor.drawing().inference().problems(id), camera.toView(v.box()),
                        getWidth(), getHeight()));
    }

    /// Selects a layer of the network, opens the block that it is in, and brings it into view.
    public void goTo(NodeId path) {
        select(editor.blocks().reveal(path));
    }

    /// Selects a layer of what is open and brings it into view.
    void select(NodeId id) {
        editor.selection().set(id);
        reveal(id);
        scenery.node(id).ifPresent(NodeView::requestFocus);
    }

    /// Selects a wire and brings it into view.
    void select(Wire wire) {
        editor.selection().set(wire);
        scenery.wire(wire).ifPresent(v -> camera.reveal(v.route().bounds(), getWidth(), getHeight()));
        requestFocus();
    }

    private void reveal(NodeId id) {
        scenery.node(id).ifPresent(v -> camera.reveal(v.box(), getWidth(), getHeight()));
    }

    /// Shows everything.
    public void fit() {
        fit(Camera.SMALLEST);
    }

    private void fit(double least) {
        scenery.extentWithWires().ifPresentOrElse(all -> {
            camera.fit(all, getWidth(), getHeight(), least);
            fitted = true;
        }, this::zoomFull);
    }

    /// Pushes the drawing by so many pixels.
    void pan(double dx, double dy) {
        camera.pan(dx, dy);
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
                .collect(Collectors.toMap(NodeView::node, NodeView::tallest));
        background.execute(() -> {
            Map<NodeId, Point> places = AutoLayout.places(graph, id -> heights.getOrDefault(id, NodeBox.HEIGHT));
            FxDoor.run(() -> arrange(places));
        });
    }

    private void arrange(Map<NodeId, Point> places) {
        editor.drawing().edit("Auto layout", p -> p.with(p.layout().with(places)));
        fit();
    }

    /// Ends what the pointer is doing, without any change.
    public void abort() {
        pointer.abort();
    }

    /// Ends what the pointer is doing, else closes what is open, else selects nothing.
    void escape() {
        if (pointer.isBusy())
            pointer.abort();
        else if (!closePopups())
            release();
    }

    /// Selects nothing; where nothing is selected, leaves the block.
    private void release() {
        if (editor.selection().isEmpty())
            editor.blocks().leave();
        else
            editor.selection().clear();
    }

    private boolean closePopups() {
        boolean open = adder.popup().isOpen() || problems.isVisible();
        adder.popup().close();
        problems.close();
        return open;
    }

    private Point2D centre() {
        return new Point2D(getWidth() / 2, getHeight() / 2);
    }

    @Override
    protected void layoutChildren() {
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        glass.resizeRelocate(0, 0, getWidth(), getHeight());
        notice.settle(getWidth(), getHeight());
        crumbs.resizeRelocate(CRUMBS, CRUMBS, crumbs.prefWidth(-1), crumbs.prefHeight(-1));
        scenery.autosize();
        if (fitted && (getWidth() != fittedWidth || getHeight() != fittedHeight)) {
            fittedWidth = getWidth();
            fittedHeight = getHeight();
            fit(Camera.LEGIBLE);
            scenery.applyCss();
            scenery.layout();
        }
        cull();
    }

}
