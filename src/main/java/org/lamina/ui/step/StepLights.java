package org.lamina.ui.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lamina.app.Beat;
import org.lamina.app.Beat.Phase;
import org.lamina.app.Dissection;
import org.lamina.app.Drawing;
import org.lamina.app.Looking;
import org.lamina.app.Values;
import org.lamina.app.colour.Colouring;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.spec.Role;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.tensor.Tensor;
import org.lamina.ui.LivePanel;
import org.lamina.ui.Sight;
import org.lamina.ui.canvas.Ink;
import org.lamina.ui.canvas.Light;
import org.lamina.ui.canvas.NodeDecorations;

/// The beats of a training step on the canvas, while the panel that tells it is in sight: the node of the present beat is
/// lit, with the tensors that move on its wires; nodes of the beats before keep their numbers.
public final class StepLights implements NodeDecorations, LivePanel {

    private static final double NOW = 5;
    private static final double BEFORE = 3;
    private static final double WIDTH = 44;
    private static final double HEIGHT = 24;

    private final Drawing drawing;
    private final Dissection dissection;
    private final Looking looking;
    private final Node canvas;
    private final Map<NodeId, Label> marks = new HashMap<>();
    private BiConsumer<Map<NodeId, Light>, Map<Wire, Ink>> lit = (_, _) -> {};
    private @Nullable Node panel;
    private List<Object> drawn = List.of(List.of(), Graph.EMPTY);

    public StepLights(Drawing drawing, Dissection dissection, Looking looking, Node canvas) {
        this.drawing = drawing;
        this.dissection = dissection;
        this.looking = looking;
        this.canvas = canvas;
    }

    /// Takes what is lit.
    public void setOnLight(BiConsumer<Map<NodeId, Light>, Map<Wire, Ink>> listener) {
        lit = listener;
    }

    /// The panel that must be in sight.
    public void follow(Node shown) {
        panel = shown;
    }

    @Override
    public Region of(NodeId node) {
        Label mark = new Label();
        mark.setId("step-mark-" + node);
        mark.getStyleClass().add("step-mark");
        mark.setMouseTransparent(true);
        mark.managedProperty().bind(mark.textProperty().isNotEmpty());
        mark.visibleProperty().bind(mark.managedProperty());
        marks.put(node, mark);
        return mark;
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public long refresh(long nanos) {
        TrainingStep step = dissection.step();
        List<Beat> beats = panel == null || step == null || !Sight.isSeen(panel) ? List.of() : dissection.soFar();
        Graph graph = drawing.project().graph();
        List<Object> now = List.of(List.copyOf(beats), graph, step == null ? "" : step, looking.colouring());
        if (now.equals(drawn))
            return CONTENT;
        drawn = now;
        marks.keySet().removeIf(id -> !graph.contains(id));
        if (beats.isEmpty() || step == null) {
            marks.values().forEach(mark -> mark.setText(""));
            lit.accept(Map.of(), Map.of());
            return CONTENT;
        }
        mark(beats, step);
        light(beats, step);
        return CONTENT;
    }

    /// Each node says what came to it in the present phase.
    private void mark(List<Beat> beats, TrainingStep step) {
        Phase phase = beats.getLast().phase();
        Map<NodeId, String> words = new HashMap<>();
        for (Beat beat : beats)
            if (beat.phase() == phase)
                of(beat).or(this::sink).ifPresent(node -> words.put(node, beat.mark(step)));
        marks.forEach((id, mark) -> mark.setText(words.getOrDefault(id, "")));
    }

    private void light(List<Beat> beats, TrainingStep step) {
        Beat now = beats.getLast();
        Colouring cargo = looking.colouring().among(now.moved(step));
        Map<NodeId, Light> nodes = new LinkedHashMap<>();
        Map<Wire, Ink> wires = new LinkedHashMap<>();
        for (Beat beat : beats)
            if (beat.phase() == now.phase())
                of(beat).ifPresent(node -> wires.putAll(wires(beat, node, step, beat == now ? cargo : null)));
        of(now).or(this::sink).ifPresent(node -> nodes.put(node, Light.valueOf(now.phase().name())));
        lit.accept(nodes, wires);
    }

    private Optional<NodeId> sink() {
        return drawing.project().graph().with(Role.SINK).stream().findFirst();
    }

    /// The node of the canvas that a beat is about, or the block that holds it.
    private Optional<NodeId> of(Beat beat) {
        NodeId path = beat.node();
        return path == null ? Optional.empty()
                : drawing.project().graph().nodes().stream().map(org.lamina.graph.Node::id).filter(id -> {
                    NodeId here = drawing.inference().path(id);
                    return path.equals(here) || path.isWithin(here);
                }).findFirst();
    }

    /// Forwards something comes along the wires into a node, backwards along those out of it.
    ///
    /// @param cargo how what comes is coloured; null where it came before
    private Map<Wire, Ink> wires(Beat beat, NodeId node, TrainingStep step, @Nullable Colouring cargo) {
        Map<Wire, Ink> inks = new LinkedHashMap<>();
        for (Wire wire : drawing.project().graph().wires())
            if ((beat.phase() == Phase.FORWARD && wire.to().equals(node))
                    || (beat.phase() == Phase.BACKWARD && wire.from().equals(node)))
                passage(wire, step).ifPresent(passage -> inks.put(wire, ink(beat.phase(), passage, cargo)));
        return inks;
    }

    private Optional<Passage> passage(Wire wire, TrainingStep step) {
        NodeId path = drawing.inference().path(wire.from());
        return step.nodes().stream().filter(p -> p.node().equals(path)).findFirst();
    }

    private static Ink ink(Phase phase, Passage passage, @Nullable Colouring cargo) {
        boolean forward = phase == Phase.FORWARD;
        double size = forward ? passage.rms() : passage.norm();
        String text = (forward ? "RMS " : "norm ") + Values.figure(size);
        String words = (forward ? "Forwards: what the node before gives, " : "Backwards: the loss's gradient, ") + text;
        Tensor moved = forward ? passage.output() : Objects.requireNonNullElse(passage.gradient(), passage.output());
        return new Ink(Light.valueOf(phase.name()).argb(), cargo == null ? BEFORE : NOW, false, words,
                cargo == null ? null : new Ink.Cargo(text, TensorPicture.small(moved, cargo, WIDTH, HEIGHT)));
    }
}
