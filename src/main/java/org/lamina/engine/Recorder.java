package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.compile.Tap;
import org.lamina.data.Batch;
import org.lamina.graph.Graph;
import org.lamina.graph.NodeId;
import org.lamina.probe.Leaves;
import org.lamina.probe.Turn;
import org.lamina.study.Health.Movement;
import org.lamina.study.TrainingStep;
import org.lamina.study.TrainingStep.Change;
import org.lamina.study.TrainingStep.Passage;
import org.lamina.study.TrainingStep.Sample;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Takes a turn of a training step apart, which goes as it would without, bit for bit: a gradient with respect to the
/// samples would have convolutions add up in another order, so it is not asked for.
final class Recorder implements Witness {
    private static final int SAMPLES = 32;
    private static final int LARGE = 1024;

    private record Before(Tensor weight, double gradient) {}

    private final Model model;
    private final Updater updater;
    private final Turn turn;
    private final Map<String, Before> before = new LinkedHashMap<>();
    private List<Sample> samples = List.of();
    private List<Passage> nodes = List.of();
    private List<Change> changes = List.of();
    private double loss;
    private int size;
    private Leaves leaves = new Leaves(Tap.NONE, _ -> false);

    Recorder(Model model, Updater updater, Turn turn) {
        this.model = model;
        this.updater = updater;
        this.turn = turn;
    }

    @Override
    public Tap over(Tap tap) {
        Graph graph = model.project().graph().expanded();
        leaves = new Leaves(tap, node -> turn.plays().test(node)
                && !graph.node(node).orElseThrow().layer().role().beginsNetwork());
        return leaves;
    }

    @Override
    public void stepped(Batch batch, Forward pass) {
        loss = pass.loss().getFloat();
        size = batch.size();
        samples = IntStream.range(0, Math.min(SAMPLES, size)).mapToObj(i -> sample(i, batch, pass)).toList();
        nodes = passages();
        model.network().trained().forEach((name, weight) -> {
            if (turn.learns().test(name))
                before.put(name, before(weight));
        });
    }

    /// Where other samples stand before those of the batch, as generated ones do, they are left out.
    private Sample sample(int index, Batch batch, Forward pass) {
        int rows = (int) pass.answers().getShape().get(0);
        int row = rows - batch.size() + index;
        int each = (int) pass.targets().getShape().get(0) / rows;
        NDArray answer = pass.answers().get(new NDIndex("{}:{}", row, row + 1));
        NDArray target = pass.targets().get(new NDIndex("{}:{}", row * each, (row + 1) * each));
        NDArray shown = model.objective().shown(answer);
        NodeId made = turn.made();
        return new Sample(made == null ? input(index, batch) : made(index, made),
                made == null ? truth(index, batch) : Float.NaN, turn.loss().apply(answer, target).getFloat(),
                shown.size() > LARGE ? null : one(shown));
    }

    private Tensor input(int index, Batch batch) {
        Shape shape = model.network().input();
        int[] s = shape.sizes();
        int width = (int) shape.elements();
        float[] values = new float[width];
        batch.inputs().asFloatBuffer().get(index * width, values);
        return new Tensor(shape.isImage() ? new int[]{s[1], s[2], s[0]} : s, values);
    }

    /// A sample that the network made, as people see it.
    private Tensor made(int index, NodeId node) {
        NDArray sample = Objects.requireNonNull(leaves.outputs().get(node))
                .get(new NDIndex("{}:{}", index, index + 1));
        return one(sample.getShape().dimension() == 4 ? sample.transpose(0, 2, 3, 1) : sample);
    }

    private float truth(int index, Batch batch) {
        int width = model.data().info().target().width();
        return batch.targets().asFloatBuffer().get(index * width + model.shownTarget());
    }

    private List<Passage> passages() {
        Map<NodeId, NDArray> gradients = leaves
                .named(leaves.zeros().stream().map(ModelSubject::gradient).toList());
        List<Passage> passages = new ArrayList<>();
        leaves.outputs().forEach((node, output) -> {
            if (turn.plays().test(node))
                passages.add(passage(node, output, gradients.get(node)));
        });
        return passages;
    }

    private static Passage passage(NodeId node, NDArray output, @Nullable NDArray gradient) {
        double rms = output.getDataType().isFloating() ? Math.sqrt(output.square().mean().getFloat()) : Double.NaN;
        if (gradient == null)
            return new Passage(node, first(output), rms, null, Double.NaN);
        double batch = output.getShape().get(0);
        Tensor ofMean = first(gradient);
        float[] ofFirst = ofMean.values().clone();
        for (int i = 0; i < ofFirst.length; i++)
            ofFirst[i] *= (float) batch;
        return new Passage(node, first(output), rms,
                new Tensor(ofMean.sizes(), ofFirst), Math.sqrt(batch) * norm(gradient));
    }

    /// Of the first sample, the first channels.
    private static Tensor first(NDArray batch) {
        boolean many = batch.getShape().dimension() > 2 && batch.getShape().get(1) > Passage.MOST;
        return one(batch.get(new NDIndex(many ? "0:1, 0:" + Passage.MOST : "0:1")));
    }

    private static Tensor one(NDArray batch) {
        Tensor one = Network.read(batch);
        return new Tensor(Arrays.copyOfRange(one.sizes(), 1, one.sizes().length), one.values());
    }

    private static Before before(NDArray weight) {
        try (NDArray gradient = Torch.gradient(weight)) {
            return new Before(Network.read(weight), gradient == null ? 0 : norm(Network.read(gradient).values()));
        }
    }

    @Override
    public void updated() {
        List<Change> measured = new ArrayList<>();
        model.network().trained().forEach((name, weight) -> {
            Before old = before.get(name);
            if (old != null)
                measured.add(change(name, old, Network.read(weight).values()));
        });
        changes = measured;
    }

    private static Change change(String name, Before old, float[] now) {
        float[] was = old.weight().values();
        float[] added = new float[now.length];
        int most = 0;
        for (int i = 0; i < now.length; i++) {
            added[i] = now[i] - was[i];
            if (Math.abs(added[i]) > Math.abs(added[most]))
                most = i;
        }
        int dot = name.indexOf('.');
        return new Change(new NodeId(name.substring(0, dot)), name.substring(dot + 1), norm(was), old.gradient(),
                norm(added), norm(now), most, was[most], now[most], new Tensor(old.weight().sizes(), added));
    }

    private static double norm(NDArray array) {
        return Math.sqrt(array.square().sum().getFloat());
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values)
            squares += (double) value * value;
        return Math.sqrt(squares);
    }

    /// How far the weights of each node went; asked after the step.
    Map<NodeId, Movement> movements() {
        Map<NodeId, Movement> movements = new LinkedHashMap<>();
        changes.forEach(c -> movements.merge(c.node(), new Movement(c.before(), c.update()), Movement::and));
        return movements;
    }

    /// What was seen; asked after the step.
    TrainingStep step() {
        return new TrainingStep(updater.updates(), updater.learningRate(), turn.side(), loss,
                samples, size, nodes, changes);
    }
}
