package org.lamina.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamina.spec.Cost;
import org.lamina.spec.Inferred;
import org.lamina.tensor.Shape;

/// What is known of a graph without the engine: shapes, costs and problems; of the whole network, or of the inside of
/// one of its blocks, as it is within the whole. Immutable.
public final class Inference {

    private final Graph whole;
    private final Facts facts;
    private final List<NodeId> way;
    private final Graph graph;
    private final @Nullable NodeId place;

    /// @param way blocks, each inside the one before, whose inside this is about
    /// @param graph what stands inside
    /// @param place what stands before the names of nodes in the expanded graph
    private Inference(Graph whole, Facts facts, List<NodeId> way, Graph graph, @Nullable NodeId place) {
        this.whole = whole;
        this.facts = facts;
        this.way = way;
        this.graph = graph;
        this.place = place;
    }

    private static Inference of(Graph graph, Facts facts) {
        return new Inference(graph, facts, List.of(), graph, null);
    }

    /// @param expected null while the data set is not known yet; its problems are left out then
    public static Inference of(Graph graph, @Nullable Expected expected) {
        return of(graph, Infer.all(graph, expected));
    }

    /// The inference of a changed graph; only what is downstream of the change is inferred again.
    public Inference next(Graph changed, @Nullable Expected nowExpected) {
        if (changed == graph && Objects.equals(expected(), nowExpected))
            return this;
        Graph nowWhole = whole.within(way, _ -> changed);
        return of(nowWhole, Infer.changed(facts, nowWhole, nowExpected)).within(way);
    }

    /// The same seen from inside a block; of several repetitions, the first.
    ///
    /// @param blocks each inside the one before; what is no block any more ends the way
    public Inference within(List<NodeId> blocks) {
        Inference inside = this;
        for (NodeId block : blocks) {
            Optional<Use> use = inside.graph.use(block);
            if (use.isEmpty())
                return inside;
            inside = inside.within(block, use.get());
        }
        return inside;
    }

    private Inference within(NodeId block, Use use) {
        List<NodeId> further = new ArrayList<>(way);
        further.add(block);
        NodeId inside = path(block);
        return new Inference(whole, facts, List.copyOf(further), use.inside(),
                use.repeat() > 1 ? inside.then(new NodeId("1")) : inside);
    }

    /// The network, or the inside of the block, that this is about.
    public Graph graph() {
        return graph;
    }

    /// The same of the whole network without blocks: what each holds stands in its place.
    public Inference expanded() {
        return of(facts.graph(), facts);
    }

    /// What a node is called in the expanded network. An output of a block is called like the block.
    public NodeId path(NodeId node) {
        return place == null ? node : isOutput(node) ? place : place.then(node);
    }

    private boolean isOutput(NodeId node) {
        return place != null && graph.node(node).filter(n -> n.layer() instanceof BlockOutput).isPresent();
    }

    public @Nullable Expected expected() {
        return facts.expected();
    }

    /// What a node answers; a block that gives nothing because of a layer inside, what that layer says.
    public Inferred at(NodeId node) {
        Inferred answer = facts.at(path(node));
        return answer instanceof Inferred.Waiting && graph.use(node).isPresent()
                ? refusedInside(path(node)).orElse(answer)
                : answer;
    }

    private Optional<Inferred> refusedInside(NodeId block) {
        return facts.graph().order().stream().filter(n -> n.id().isWithin(block)).flatMap(
                n -> facts.at(n.id()) instanceof Inferred.Refused refused
                        ? Optional.of(Inferred.refused(n.label() + " " + refused.message())).stream()
                        : Optional.<Inferred>empty().stream())
                .findFirst();
    }

    public Optional<Shape> shape(NodeId node) {
        return at(node) instanceof Inferred.Known(Shape shape) ? Optional.of(shape) : Optional.empty();
    }

    /// Shapes that arrive at a node by port; empty unless all are known.
    public Optional<List<Shape>> arriving(NodeId node) {
        List<Optional<Shape>> shapes = graph.sources(node).stream().map(s -> s.flatMap(this::shape)).toList();
        return shapes.stream().allMatch(Optional::isPresent)
                ? Optional.of(shapes.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    /// What a node costs; a block, with all that it holds.
    public Cost cost(NodeId node) {
        return isOutput(node) ? Cost.NONE : facts.whole(path(node));
    }

    /// Of the whole network.
    public Cost total() {
        return facts.costs().values().stream().reduce(Cost.NONE, Cost::plus);
    }

    /// All problems of the whole network, errors first, in the order of the graph.
    public List<Problem> problems() {
        return facts.problems();
    }

    /// What is wrong at a node; at a block, also inside of it, where the message begins with the layer.
    public List<Problem> problems(NodeId node) {
        NodeId path = place == null ? node : place.then(node);
        List<Problem> found = new ArrayList<>();
        for (Problem problem : facts.problems()) {
            NodeId at = problem.node();
            if (path.equals(at))
                found.add(problem);
            else if (at != null && at.isWithin(path))
                found.add(new Problem(node, null, problem.severity(), label(at) + " " + problem.message(),
                        problem.fixes()));
        }
        return found;
    }

    /// What people call a node of the expanded network: `Dense`, `Residual block › Conv 2D`; with its place among those
    /// that are called the same, where there are some: `ReLU 2`.
    public String label(NodeId path) {
        String title = title(path);
        List<NodeId> alike = facts.graph().order().stream().filter(node -> node.label().equals(title)).map(Node::id)
                .toList();
        return alike.size() < 2 || !alike.contains(path) ? title : title + " " + (alike.indexOf(path) + 1);
    }

    private String title(NodeId path) {
        return facts.graph().node(path).map(Node::label)
                .or(() -> path.parent().flatMap(facts.graph()::node).map(Node::label)).orElse(path.value());
    }

    /// Whether the network can be compiled and trained.
    public boolean isReady() {
        return problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /// What would become of a wire: the shape that the target would give, or why it cannot be. Waiting where it is not
    /// known yet.
    public Inferred preview(Wire wire) {
        Optional<String> refusal = graph.refusal(wire);
        if (refusal.isPresent())
            return Inferred.refused(refusal.get());
        Node to = graph.node(wire.to()).orElseThrow();
        Graph with = graph.apply(new Edit.Connect(wire));
        if (to.layer() instanceof Use)
            return next(with, expected()).at(wire.to());
        return isOutput(wire.to()) ? at(wire.from()) : Infer.answer(to, with.sources(wire.to()), this::at, _ -> {});
    }
}
