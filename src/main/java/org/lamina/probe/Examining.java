package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Graph;
import org.lamina.graph.Inference;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.spec.Pointwise;
import org.lamina.spec.Role;
import org.lamina.study.Health;
import org.lamina.study.Health.Idle;
import org.lamina.study.Health.Movement;
import org.lamina.study.Health.Vital;

/// Runs some samples through the network and back, and measures what comes to each node.
final class Examining {
    private static final int MOST_SAMPLES = 32;
    private static final int LEAST_SAMPLES = 4;
    /// Multiply-adds, forward, that take some ten milliseconds with the way back.
    private static final long WORK = 100_000_000;
    private static final int MOST_MEANS = 512;

    private final Subject subject;
    private final Graph graph;
    private final Set<String> weights;
    private final Map<Pointwise, Flat> flats = new HashMap<>();
    private final Map<NodeId, Vital> found = new LinkedHashMap<>();

    private Examining(Subject subject) {
        this.subject = subject;
        graph = subject.graph();
        weights = subject.weights().keySet();
    }

    static Health.Found of(Subject subject) throws Unanswerable {
        long perSample = Math.max(1, Inference.of(subject.graph(), null).total().multiplyAdds());
        int samples = Math.clamp(WORK / perSample, LEAST_SAMPLES, MOST_SAMPLES);
        Examining examining = new Examining(subject);
        try (NDManager scope = subject.manager().newSubManager()) {
            Lesson lesson = subject.lesson(scope, samples);
            for (Turn turn : lesson.turns())
                examining.run(lesson, turn);
            return new Health.Found((int) lesson.samples().getShape().get(0), examining.found);
        }
    }

    private void run(Lesson lesson, Turn turn) {
        Leaves leaves = new Leaves(turn.tap().get(), _ -> true);
        Map<NodeId, NDArray> gradients = leaves.named(subject.gradients(leaves.zeros(), () -> turn.loss()
                .apply(subject.answer(lesson.samples(), false, leaves), lesson.targets())));
        leaves.outputs().forEach((node, output) -> {
            if (turn.teaches(node))
                found.put(node, vital(node, leaves, gradients.get(node)));
        });
    }

    private Vital vital(NodeId id, Leaves leaves, @Nullable NDArray gradient) {
        Node node = graph.node(id).orElseThrow();
        Movement movement = subject.movements().get(id);
        return new Vital(gradient == null ? Double.NaN : norm(gradient), means(node, leaves), idle(node, leaves),
                movement);
    }

    /// The loss is the mean over the samples, so each one's gradient is as many times as large.
    private static double norm(NDArray gradient) {
        return Math.sqrt(gradient.getShape().get(0) * (double) gradient.square().sum().getFloat());
    }

    private float[] means(Node node, Leaves leaves) {
        NDArray output = leaves.outputs().get(node.id());
        boolean counts = node.layer() instanceof Pointwise || hasWeights(node.id());
        if (output == null || !counts || output.getShape().dimension() != 2)
            return new float[0];
        long shown = Math.min(MOST_MEANS, output.getShape().get(1));
        return output.get(new NDIndex(":, 0:{}", shown)).mean(new int[]{0}).toFloatArray();
    }

    private boolean hasWeights(NodeId node) {
        return weights.contains(node + ".weight");
    }

    private @Nullable Idle idle(Node node, Leaves leaves) {
        if (node.layer().role() != Role.INNER || !(node.layer() instanceof Pointwise function))
            return null;
        Optional<NDArray> given = graph.sources(node.id()).getFirst().map(leaves.outputs()::get);
        Flat flat = flats.computeIfAbsent(function, Flat::of);
        if (given.isEmpty() || !flat.isAnywhere())
            return null;
        float least = flat.isOnBothSides() ? (float) Idle.SATURATED : 1;
        float[] shares = shares(given.get(), flat);
        int count = 0;
        for (float share : shares)
            if (share >= least)
                count++;
        return new Idle(flat.below(), flat.above(), shares.length, count);
    }

    /// By unit, the share of what it is given that lies where the function is flat.
    private static float[] shares(NDArray given, Flat flat) {
        NDArray rows = Channels.rows(given).transpose(1, 0, 2).reshape(Channels.count(given), -1);
        NDArray idle = rows.lte(flat.below()).logicalOr(rows.gte(flat.above()));
        return idle.toType(DataType.FLOAT32, false).mean(new int[]{1}).toFloatArray();
    }
}
