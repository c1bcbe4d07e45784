package org.lamina.ui.canvas;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
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
import org.lamina.ui.FxDoor;
import org.lamina.ui.palette.LayerTarget;
import org.lamina.ui.take.Snapshot;
import org.lamina.ui.take.Svg;
import org.lamina.ui.take.Take;
import org.lamina.ui.take.Takeaway;

/// The network of one document, drawn and edited.
public final class CanvasView extends Region implements LayerTarget, Takeaway {
    private static final double CRUMBS = 8;

    private final NetworkEditor editor;
    private final Executor background;
    private final Scenery scenery;
    private final Pane glass = new Pane();
    private final Board board;
    private final Popups popups;
    private final Viewport viewport;
    private final CanvasPointer pointer;
    private final CanvasClipboard clipboard;
    private final CanvasActions actions;
    private final EmptyState empty = new EmptyState();
    private final Notice notice = new Notice();
    private final Crumbs crumbs;
    private Consumer<NodeId> onOpen = _ -> {};

    /// @param decorations live pictures on the nodes
    /// @param background runs the automatic layout
    public CanvasView(NetworkEditor editor, NodeDecorations decorations, Executor background) {
        this.editor = editor;
        this.background = background;
        setId("canvas");
        getStyleClass().add("canvas");
        setFocusTraversable(true);
        scenery = new Scenery(editor.drawing(), editor.selection(), decorations, this::showProblems);
        Hint hint = new Hint();
        glass.setMouseTransparent(true);
        glass.getChildren().add(hint);
        board = new Board(editor, new Camera(), scenery, glass, hint);
        popups = new Popups(this, board);
        viewport = new Viewport(this, board.camera(), scenery, popups::closeProblems);
        LayerAdder adder = popups.adder();
        pointer = new CanvasPointer(this, board, adder::atLooseEnd, adder::at, this::open, this::openMenu);
        clipboard = new CanvasClipboard(editor, () -> adder.corner(isHover() ? atPointer() : viewport.centre()));
        Walk walk = new Walk(this);
        actions = new CanvasActions(this, walk);
        new CanvasKeys(this, pointer, walk, actions.all().toList());
        crumbs = new Crumbs(editor);
        getChildren().addAll(empty, scenery, glass, viewport.map(), crumbs, notice);
        getChildren().addAll(popups.onCanvas());
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
        editor.drawing().projectProperty().addListener((_, before, now) -> {
            if (before.graph() != now.graph()) {
                popups.closeProblems();
                viewport.cull();
            }
            empty.setVisible(now.graph().nodes().isEmpty());
            viewport.drawMap();
        });
        editor.drawing().wayProperty().addListener((_, before, now) -> enter(before, now));
        viewport.drawMap();
        empty.setVisible(editor.graph().nodes().isEmpty());
        editor.noticeProperty().addListener((_, _, now) -> notice.tell(now));
    }

    /// Shows the inside of another block, or what is around it as it was seen before.
    private void enter(List<NodeId> before, List<NodeId> now) {
        abort();
        popups.close();
        viewport.enter(before, now);
        requestFocus();
        requestLayout();
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
    public Take<BufferedImage> picture() {
        return viewport.whole(() -> Snapshot.of(scenery));
    }

    @Override
    public Take<byte[]> drawing() {
        return viewport.whole(() -> Svg.of(scenery, subject()));
    }

    public NetworkEditor editor() {
        return editor;
    }

    public CanvasActions actions() {
        return actions;
    }

    CanvasClipboard clipboard() {
        return clipboard;
    }

    Viewport viewport() {
        return viewport;
    }

    /// 1 is 100 %.
    public ReadOnlyDoubleProperty zoomProperty() {
        return viewport.zoomProperty();
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
        NodeId id = editor.append(layer, popups.adder().corner(viewport.centre()));
        applyCss();
        reveal(id);
    }

    @Override
    public Carried carry(Layer layer) {
        return new CarryGesture(board, this, layer);
    }

    /// Opens the search: for what goes into the selected wire, else for what is added at the pointer.
    void search() {
        editor.selection().wire().ifPresentOrElse(popups.adder()::into, () -> popups.adder().at(atPointer()));
    }

    /// Where the pointer is, or the middle where it is elsewhere.
    private Point2D atPointer() {
        return getLayoutBounds().contains(pointer.last()) ? pointer.last() : viewport.centre();
    }

    /// Opens the menu of what is selected, beside it.
    void openMenu() {
        Point2D at = editor.selection().last().flatMap(scenery::node).map(v -> v.box())
                .or(() -> editor.selection().wire().flatMap(scenery::wire).map(w -> w.route().bounds()))
                .map(b -> board.camera().toView(new Point2D(b.getCenterX(), b.getCenterY())))
                .orElseGet(viewport::centre);
        openMenu(at);
    }

    private void openMenu(Point2D view) {
        popups.openMenu(view, actions.menu());
    }

    /// Lets the title of the selected layer be typed over.
    void rename() {
        editor.selection().last().flatMap(scenery::node).ifPresent(v -> v.rename(editor::rename));
    }

    void openSelected() {
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
    void showProblems() {
        editor.selection().last().ifPresent(this::showProblems);
    }

    /// Shows a layer of what is open, and what is wrong with it.
    private void showProblems(NodeId id) {
        select(id);
        popups.showProblems(id);
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
        scenery.wire(wire).ifPresent(v -> viewport.reveal(v.route().bounds()));
        requestFocus();
    }

    private void reveal(NodeId id) {
        scenery.node(id).ifPresent(v -> viewport.reveal(v.box()));
    }

    /// Shows everything.
    public void fit() {
        viewport.fit();
    }

    /// Places all layers anew, left to right: one undo step, then everything is in view.
    void autoLayout() {
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
    void abort() {
        pointer.abort();
    }

    /// Ends what the pointer is doing, else closes what is open, else selects nothing.
    void escape() {
        if (pointer.isBusy())
            pointer.abort();
        else if (!popups.close())
            release();
    }

    /// Selects nothing; where nothing is selected, leaves the block.
    private void release() {
        if (editor.selection().isEmpty())
            editor.blocks().leave();
        else
            editor.selection().clear();
    }

    @Override
    protected void layoutChildren() {
        empty.resizeRelocate(0, 0, getWidth(), getHeight());
        glass.resizeRelocate(0, 0, getWidth(), getHeight());
        notice.settle(getWidth(), getHeight());
        crumbs.resizeRelocate(CRUMBS, CRUMBS, crumbs.prefWidth(-1), crumbs.prefHeight(-1));
        scenery.autosize();
        viewport.settle();
    }
}
