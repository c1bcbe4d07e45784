package org.lamina.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.generate.Digits;
import org.lamina.engine.DeviceInfo;
import org.lamina.engine.Event;
import org.lamina.engine.Frame;
import org.lamina.engine.Metrics;
import org.lamina.graph.Edit;
import org.lamina.graph.Graph;
import org.lamina.graph.Node;
import org.lamina.graph.NodeId;
import org.lamina.graph.Wire;
import org.lamina.layers.activation.Relu;
import org.lamina.layers.convolution.Conv2d;
import org.lamina.layers.core.Dense;
import org.lamina.layers.core.Flatten;
import org.lamina.layers.core.Input;
import org.lamina.layers.core.Output;
import org.lamina.layers.pooling.MaxPool2d;
import org.lamina.project.Layout;
import org.lamina.project.Plan;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.spec.Catalogue;
import org.lamina.spec.Params;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Networks, events and frames that look like those of a real run on digits.
public final class Scenes {

    public static final NodeId INPUT = new NodeId("input");
    public static final NodeId CONV = new NodeId("conv");
    public static final NodeId POOL = new NodeId("pool");
    public static final NodeId DENSE = new NodeId("dense");
    private static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    private static final int SIDE = 28;

    private Scenes() {}

    /// Input, Conv, ReLU, Pool, Flatten, Dense, Output on digits of 28×28.
    public static Project project() {
        List<Node> nodes = List.of(new Node("input", new Input(Shape.image(1, SIDE, SIDE))),
                new Node("conv", Params.with(new Conv2d(), "filters", 16)), new Node("relu", new Relu()),
                new Node("pool", new MaxPool2d()), new Node("flatten", new Flatten()),
                new Node("dense", Params.with(new Dense(), "units", 10)), new Node("output", new Output()));
        List<Wire> wires = new ArrayList<>();
        for (int i = 1; i < nodes.size(); i++)
            wires.add(new Wire(nodes.get(i - 1).id(), nodes.get(i).id(), 0));
        return new Project("", Graph.of(nodes, wires), Layout.EMPTY, new Digits(), new Plan());
    }

    /// Blocks of four layers with a shortcut around each: four nodes a block and five more.
    public static Project large(int blocks) {
        List<Edit> edits = new ArrayList<>();
        String last = chain(edits, "", "input", "conv-2d");
        for (int i = 0; i < blocks; i++) {
            String start = last;
            last = chain(edits, start, "relu", "conv-2d", "dropout", "add");
            edits.add(new Edit.Connect(new Wire(start, last, 1)));
        }
        chain(edits, last, "flatten", "dense", "output");
        return new Project("", Graph.EMPTY.apply(edits), Layout.EMPTY, new Digits(), new Plan());
    }

    /// Layers one behind the other, the first behind `before` where that is not empty.
    ///
    /// @return the last
    private static String chain(List<Edit> edits, String before, String... layers) {
        String last = before;
        for (String layer : layers) {
            String id = layer + "-" + edits.size();
            edits.add(new Edit.Put(new Node(id, Catalogue.layers().get(layer))));
            if (!last.isEmpty())
                edits.add(new Edit.Connect(new Wire(last, id, 0)));
            last = id;
        }
        return last;
    }

    public static Event.Ready ready() {
        return new Event.Ready(List.of(new DeviceInfo("cpu", "CPU"), new DeviceInfo("gpu0", "GPU 0")));
    }

    public static Event.Started started(int validation) {
        return started(new DataInfo(Shape.image(1, SIDE, SIDE), new Target.Classes(DIGITS), 5 * validation),
                validation);
    }

    /// Samples of ten classes in turn.
    public static Event.Started started(DataInfo data, int validation) {
        float[] truth = new float[validation];
        for (int i = 0; i < validation; i++)
            truth[i] = i % 10;
        return new Event.Started(Path.of("run"), new DeviceInfo("cpu", "CPU"),
                data, Task.CLASSIFICATION, 4 * validation,
                truth, 25_000, 100, 10, List.of());
    }

    public static Event.Finished finished() {
        return new Event.Finished(Event.Ending.COMPLETED, 10, 1000, 12, 5000, new Metrics(0.05, 0.98),
                new Metrics(0.07, 0.97), Path.of("run", "weights.safetensors"));
    }

    public static Event.EpochDone epochDone(int epoch, long step) {
        return new Event.EpochDone(epoch, step, curve(step), new Metrics(curve(step).loss() + 0.04,
                curve(step).accuracy() - 0.015), 1.2);
    }

    /// A curve as training draws it, with the noise of small batches.
    public static List<Frame.Point> points(long from, long to, long every, long seed) {
        Random noise = new Random(seed);
        List<Frame.Point> points = new ArrayList<>();
        for (long step = from; step < to; step += every) {
            Metrics mean = curve(step);
            points.add(new Frame.Point(step, new Metrics(mean.loss() * Math.exp(0.35 * noise.nextGaussian()),
                    Math.min(1, mean.accuracy() + 0.02 * noise.nextGaussian()))));
        }
        return points;
    }

    private static Metrics curve(long step) {
        double loss = 0.03 + 2.3 * Math.exp(-step / 120.0);
        return new Metrics(loss, 1 - 0.38 * loss);
    }

    public static Frame frame(List<Frame.Point> points, long step) {
        return new Frame(new Frame.Progress(4, 10, step, 1000, 5321, 83, "2 threads"), points, List.of(), List.of(),
                null, null, 0.013);
    }

    public static Frame maps(List<Frame.Maps> maps, List<Frame.Kernels> kernels) {
        return new Frame(null, List.of(), maps, kernels, null, null, 0.013);
    }

    /// One generated digit of the class that ends the sample's number, height×width×1.
    public static Tensor digit(int sample) {
        DataSet digits = digits();
        int source = sample % 100;
        while (truth(digits, source % 100) != sample % 10)
            source++;
        float[] pixels = new float[SIDE * SIDE];
        digits.input(source % 100, pixels, 0);
        return new Tensor(new int[]{SIDE, SIDE, 1}, pixels);
    }

    private static int truth(DataSet digits, int sample) {
        float[] truth = new float[1];
        digits.target(sample, truth, 0);
        return Math.round(truth[0]);
    }

    private static DataSet digits() {
        try {
            return Params.with(new Digits(), "samples", 100).open(Path.of(""), Progress.NONE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// What filters of many directions make of a digit: signed edges.
    public static Tensor edges(Tensor kernels, Tensor digit) {
        int filters = kernels.sizes()[0];
        int k = kernels.sizes()[2];
        float[] out = new float[filters * SIDE * SIDE];
        for (int f = 0; f < filters; f++)
            for (int y = k / 2; y < SIDE - k / 2; y++)
                for (int x = k / 2; x < SIDE - k / 2; x++)
                    for (int i = 0; i < k * k; i++)
                        out[(f * SIDE + y) * SIDE + x] += kernels.values()[f * k * k + i]
                                * digit.values()[(y + i / k - k / 2) * SIDE + x + i % k - k / 2];
        return new Tensor(new int[]{filters, SIDE, SIDE}, out);
    }

    public static Tensor kernels(int filters, int k) {
        float[] values = new float[filters * k * k];
        for (int f = 0; f < filters; f++)
            for (int i = 0; i < k * k; i++) {
                double angle = Math.PI * f / filters;
                values[f * k * k + i] = (float) Math
                        .sin((i % k - k / 2) * Math.cos(angle) + (i / k - k / 2) * Math.sin(angle) + f % 3);
            }
        return new Tensor(new int[]{filters, 1, k, k}, values);
    }

    public static Tensor relu(Tensor signed) {
        float[] values = signed.values().clone();
        for (int i = 0; i < values.length; i++)
            values[i] = Math.max(0, values[i]);
        return new Tensor(signed.sizes(), values);
    }

    public static Tensor channelsFirst(Tensor digit) {
        return new Tensor(new int[]{1, SIDE, SIDE}, digit.values());
    }

    /// Answers that are mostly right.
    public static Frame.Predictions predictions(List<Integer> samples) {
        int n = samples.size();
        float[] inputs = new float[n * SIDE * SIDE];
        float[] truth = new float[n];
        float[] outputs = new float[n * 10];
        for (int i = 0; i < n; i++) {
            int source = samples.get(i) % 100;
            System.arraycopy(digit(source).values(), 0, inputs, i * SIDE * SIDE, SIDE * SIDE);
            truth[i] = samples.get(i) % 10;
            int said = i % 7 == 3 ? (samples.get(i) + 5) % 10 : samples.get(i) % 10;
            Arrays.fill(outputs, i * 10, (i + 1) * 10, 0.01f);
            outputs[i * 10 + said] = 0.8f;
            outputs[i * 10 + (said + 3) % 10] += 0.1f;
        }
        return new Frame.Predictions(300, samples.stream().mapToInt(s -> s).toArray(),
                new Tensor(new int[]{n, SIDE, SIDE, 1}, inputs), truth, new Tensor(new int[]{n, 10}, outputs));
    }

    /// Every tenth 3 is read as 8, every twentieth 4 as 9, and a few more.
    public static Frame.Confusion confusion(int validation) {
        int[] samples = IntStream.range(0, validation).toArray();
        int[] truth = IntStream.of(samples).map(i -> i % 10).toArray();
        int[] answers = IntStream.of(samples).map(i -> i % 100 == 3 ? 8 : i % 200 == 4 ? 9 : i % 170 == 0 ? 6 : i % 10)
                .toArray();
        return new Frame.Confusion(400, samples, truth, answers);
    }
}
