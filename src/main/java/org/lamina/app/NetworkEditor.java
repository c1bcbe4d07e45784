package org.lamina.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.lamina.graph.Edit;
import org.lamina.graph.Fix;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.project.Layout;
import org.lamina.project.Point;
import org.lamina.project.Project;
import org.lamina.project.ProjectException;
import org.lamina.project.ProjectFile;
import org.lamina.spec.Layer;

/// What a person does to the network of one document. Each verb is one labelled undo step, or none where nothing
/// changes; what cannot be done is said in [#noticeProperty].
public final class NetworkEditor {

    private final Document document;
    private final Scope drawing;
    private final Selection selection;
    private final BlockEditor blocks;
    private final BlockShelf shelf;
    private final Offer offer;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /// One without blocks of the palette.
    public NetworkEditor(Document document) {
        this(document, BlockShelf.none());
    }

    public NetworkEditor(Document document, BlockShelf shelf) {
        this.document = document;
        this.shelf = shelf;
        drawing = new Scope(document);
        selection = new Selection(drawing);
        blocks = new BlockEditor(this, shelf);
        offer = new Offer(document, drawing, shelf);
    }

    public Document document() {
        return document;
    }

    /// What is open of the document: what is drawn, and what the verbs act on.
    public Scope drawing() {
        return drawing;
    }

    public Selection selection() {
        return selection;
    }

    /// What can be added now.
    public ObservableList<Layer> offer() {
        return offer.layers();
    }

    /// The verbs about blocks.
    public BlockEditor blocks() {
        return blocks;
    }

    public Graph graph() {
        return drawing.project().graph();
    }

    /// The newest message about something that could not be done; empty after something that could.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public void say(String message) {
        notice.set("");
        notice.set(message);
    }

    /// Adds a layer that stands alone.
    public NodeId add(Layer layer, Point at) {
        Node node = fresh(layer);
        change("Add " + node.label(), List.of(new Edit.Put(node)), Map.of(node.id(), at));
        selection.set(node.id());
        return node.id();
    }

    /// Adds a layer behind the selected one, and wires them where the shape rule allows.
    public NodeId append(Layer layer, Point otherwise) {
        Optional<NodeId> before = selection.last()
                .filter(id -> graph().node(id).filter(n -> Wiring.gives(n.layer())).isPresent()
                        && Wiring.accepts(drawing.inference(), layer, id));
        if (before.isEmpty())
            return add(layer, otherwise);
        Node node = fresh(layer);
        change("Add " + node.label(),
                List.of(new Edit.Put(node), new Edit.Connect(new Wire(before.get(), node.id(), 0))), Map.of());
        selection.set(node.id());
        return node.id();
    }

    /// Adds a layer at the loose end of a wire that was pulled out of a node.
    ///
    /// @param other the node at the wire's other end
    /// @param port input of `other` that is to be fed; negative where `other` feeds the new layer
    public NodeId addAtEnd(Layer layer, Point at, NodeId other, int port) {
        Node node = fresh(layer);
        Wire wire = port < 0 ? new Wire(other, node.id(), 0) : new Wire(node.id(), other, port);
        Graph with = graph().apply(new Edit.Put(node));
        List<Edit> edits = with.refusal(wire).isEmpty()
                ? List.of(new Edit.Put(node), new Edit.Connect(wire))
                : List.of(new Edit.Put(node));
        change("Add " + node.label(), edits, Map.of(node.id(), at));
        selection.set(node.id());
        return node.id();
    }

    /// Puts a new layer into a wire.
    public NodeId insert(Layer layer, Wire wire) {
        Node node = fresh(layer);
        change("Insert " + node.label(), Wiring.insert(node, wire), Map.of());
        selection.set(node.id());
        return node.id();
    }

    /// Puts a layer that stands alone into a wire, where room is made for it.
    public void insert(NodeId id, Wire wire) {
        graph().node(id).ifPresent(node -> drawing.edit("Insert " + node.label(),
                p -> p.with(p.graph().apply(Wiring.insert(node, wire))).with(p.layout().without(id))));
    }

    public void connect(Wire wire) {
        Optional<String> refusal = graph().refusal(wire);
        if (refusal.isPresent())
            say(refusal.get());
        else
            change("Connect " + label(wire.from()) + " to " + label(wire.to()), List.of(new Edit.Connect(wire)),
                    Map.of());
    }

    /// Moves an end of a wire elsewhere.
    public void reroute(Wire old, Wire wire) {
        if (!old.equals(wire))
            change("Reroute wire", List.of(new Edit.Disconnect(old), new Edit.Connect(wire)), Map.of());
    }

    public void disconnect(Wire wire) {
        change("Remove wire", List.of(new Edit.Disconnect(wire)), Map.of());
    }

    /// Wires the two selected layers, the one chosen first as the source where that fits.
    public void connectSelected() {
        List<NodeId> ids = List.copyOf(selection.nodes());
        if (ids.size() != 2) {
            say("Connecting by key needs two selected layers, got " + ids.size()
                    + ": select the source, then the target");
            return;
        }
        Wiring.join(drawing.inference(), ids.get(0), ids.get(1))
                .or(() -> Wiring.join(drawing.inference(), ids.get(1), ids.get(0)))
                .ifPresentOrElse(this::connect,
                        () -> say(label(ids.get(0)) + " and " + label(ids.get(1)) + " do not fit together"));
    }

    /// Removes what is selected; wires heal around removed layers where the shape rule allows.
    public void delete() {
        selection.wire().ifPresent(this::disconnect);
        Set<NodeId> gone = selection.nodes();
        if (!gone.isEmpty())
            drawing.edit("Delete " + named(gone), p -> p.with(Wiring.heal(drawing.inference(), gone)));
    }

    public void rename(NodeId id, String title) {
        String wanted = title.strip();
        boolean usual = graph().node(id).map(n -> n.layer().card().title().equals(wanted)).orElse(true);
        change("Rename", List.of(new Edit.Rename(id, usual ? "" : wanted)), Map.of());
    }

    public void apply(Fix fix) {
        attempt(() -> drawing.apply(fix));
    }

    public void nudge(double dx, double dy) {
        Set<NodeId> moved = selection.nodes();
        drawing.edit("Move " + named(moved), p -> moved(p, moved, dx, dy));
    }

    public void selectAll() {
        selection.set(graph().nodes().stream().map(Node::id).toList());
    }

    /// What is selected as the text of a project with nothing else in its network; empty where nothing is selected.
    public Optional<String> copied() {
        return selection.nodes().isEmpty() ? Optional.empty()
                : Optional.of(ProjectFile.text(selected().alone(drawing.project())));
    }

    /// Adds copies of what the text of a project holds and selects them; any other text is left alone, with a notice.
    ///
    /// @param at where the copies' top left corner comes to stand
    public void paste(String text, Point at) {
        try {
            Subgraph copied = Subgraph.of(Placing.complete(ProjectFile.read(text).project()));
            Point corner = copied.corner();
            paste("Paste " + count(copied), copied, at.x() - corner.x(), at.y() - corner.y());
        } catch (ProjectException _) {
            say("The clipboard holds no layers: copy some on a canvas first");
        }
    }

    public void duplicate() {
        paste("Duplicate " + named(selection.nodes()), selected(), 3 * NodeBox.GRID,
                NodeBox.HEIGHT + 2 * NodeBox.GRID);
    }

    private Subgraph selected() {
        return Subgraph.of(drawing.project(), selection.nodes());
    }

    private void paste(String label, Subgraph copied, double dx, double dy) {
        if (copied.isEmpty())
            return;
        Subgraph.Pasted pasted = copied.into(drawing.project(), blocks.definitions(), dx, dy);
        attempt(() -> {
            drawing.edit(label, _ -> pasted.project());
            selection.set(pasted.nodes());
        });
    }

    private static String count(Subgraph copied) {
        Collection<Node> nodes = copied.graph().nodes();
        return nodes.size() == 1 ? nodes.iterator().next().label() : nodes.size() + " layers";
    }

    /// A project with some nodes moved.
    public static Project moved(Project project, Collection<NodeId> nodes, double dx, double dy) {
        Map<NodeId, Point> places = new HashMap<>();
        nodes.forEach(id -> {
            Point place = project.layout().places().get(id);
            if (place != null)
                places.put(id, place.plus(dx, dy));
        });
        return project.with(project.layout().with(places));
    }

    /// `Conv 2D` or `3 layers`.
    public String named(Collection<NodeId> ids) {
        return ids.size() == 1 ? label(ids.iterator().next()) : ids.size() + " layers";
    }

    public String label(NodeId id) {
        return graph().node(id).map(Node::label).orElse(id.value());
    }

    private Node fresh(Layer layer) {
        Node node = new Node(graph().freshId(layer.card().id()), "", layer);
        return Adoption.of(Graph.of(List.of(node), List.of()), Map.of(), blocks.definitions()).graph().nodes()
                .iterator()
                .next();
    }

    private void change(String label, List<Edit> edits, Map<NodeId, Point> places) {
        attempt(() -> drawing.edit(label,
                p -> drawn(p.with(p.graph().apply(edits)).with(p.layout().with(snapped(places))))));
    }

    /// With the places inside blocks of the palette, where the project does not know them yet.
    private Project drawn(Project project) {
        Map<String, Layout> places = new HashMap<>();
        project.graph().definitions().values().forEach(d -> places.putAll(shelf.layouts(d)));
        return project.with(new Adoption(project.graph(), places).into(project.layout()));
    }

    /// Does something, or says why it cannot be done.
    private void attempt(Runnable change) {
        try {
            change.run();
            notice.set("");
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static Map<NodeId, Point> snapped(Map<NodeId, Point> places) {
        return places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> NodeBox.snapped(e.getValue())));
    }
}
