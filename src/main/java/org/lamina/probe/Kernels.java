package org.lamina.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Role;
import org.lamina.study.Picture;
import org.lamina.study.Similarity;
import org.lamina.tensor.Shape;

/// The kernels of all layers of a network, as many layers at a time as memory allows.
final class Kernels {
    /// Numbers that are kept at a time.
    private static final long ROOM = 1 << 24;

    private final Subject subject;
    private final List<Picture> pictures;
    private final Inference network;
    private final List<NodeId> waiting;
    private final List<Similarity.Layer> layers = new ArrayList<>();
    private final List<float[]> units = new ArrayList<>();
    private List<NodeId> taken = List.of();
    private @Nullable Features features;
    private @Nullable Kernel kernel;

    Kernels(Subject subject, List<Picture> pictures) {
        this.subject = subject;
        this.pictures = pictures;
        network = Inference.of(subject.graph(), null);
        waiting = new ArrayList<>(subject.graph().order().stream().filter(n -> n.layer().role() != Role.SINK)
                .map(Node::id).toList());
    }

    boolean isDone() {
        return waiting.isEmpty() && features == null;
    }

    List<Similarity.Layer> layers() {
        return layers;
    }

    /// By layer.
    List<float[]> units() {
        return units;
    }

    void advance() throws Exception {
        Features gathering = features == null ? next() : features;
        features = gathering;
        if (!gathering.isDone()) {
            gathering.advance();
            taken = gathering.isDone() ? own(gathering) : taken;
        } else if (taken.isEmpty())
            features = null;
        else
            add(gathering, taken.getFirst());
    }

    private void add(Features gathered, NodeId node) {
        Features.Layer layer = gathered.of(node);
        Kernel current = kernel == null ? new Kernel(subject, layer.rows()) : kernel;
        kernel = current;
        current.advance();
        if (!current.isDone())
            return;
        layers.add(new Similarity.Layer(node, network.label(node), layer.numbers()));
        units.add(current.unit());
        taken = taken.subList(1, taken.size());
        kernel = null;
    }

    /// Layers that make their own numbers.
    private static List<NodeId> own(Features gathered) {
        return gathered.nodes().stream().filter(node -> gathered.origin(node).equals(node)).toList();
    }

    private Features next() {
        Set<NodeId> together = new HashSet<>();
        long numbers = 0;
        while (!waiting.isEmpty() && (together.isEmpty() || numbers + size(waiting.getFirst()) <= ROOM)) {
            numbers += size(waiting.getFirst());
            together.add(waiting.removeFirst());
        }
        return new Features(subject, pictures, together::contains, new Reduction(Similarity.FEATURES));
    }

    private long size(NodeId node) {
        long elements = network.shape(node).map(Shape::elements).orElse(0L);
        return pictures.size() * Math.min(elements, Similarity.FEATURES);
    }
}
