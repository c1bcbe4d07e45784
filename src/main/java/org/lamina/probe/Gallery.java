package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamina.graph.InputFields;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Patch;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// The most exciting patches of every unit of a network, gathered from batches as they come by, within a budget of
/// memory; and how each unit responds to each class. What was seen long ago gives way, as the network learns: those of
/// the last whole round are shown until a new round is full.
public final class Gallery {

    /// Most pictures in a round.
    static final int ROUND = 2048;

    private final Stages stages;
    private final InputFields fields;
    private final int classes;
    private final long budget;
    private final int round;
    private Round shown;
    private Round filling;
    /// How many patches show the same pixels: units that see whole pictures share them.
    private final IdentityHashMap<Tensor, Integer> uses = new IdentityHashMap<>();
    private long used;

    /// What was gathered of one depth.
    private static final class Wall {
        private final List<List<Patch>> patches = new ArrayList<>();
        private double[][] sums = new double[0][0];

        private void widen(int units, int classes) {
            while (patches.size() < units)
                patches.add(new ArrayList<>());
            if (sums.length == 0)
                sums = new double[units][Math.max(1, classes)];
        }
    }

    /// Samples that come by together.
    ///
    /// @param pixels in the order height, width, channels
    /// @param cuts what was cut out of them before
    private record Passing(FloatBuffer pixels, int[] samples, int[] truth, Map<Cut, Tensor> cuts) {}

    /// A part of a sample, by its place in the batch.
    private record Cut(int row, int top, int bottom, int left, int right) {}

    private static final class Round {
        private final Map<NodeId, Wall> walls = new HashMap<>();
        private long[] counts = new long[0];
        private int pictures;
    }

    /// An empty one.
    ///
    /// @throws Unanswerable where the network does not look at pictures
    public static Gallery of(Subject subject, long budget) throws Unanswerable {
        int classes = subject.task() == Task.CLASSIFICATION ? subject.data().info().target().names().size() : 0;
        return new Gallery(Stages.of(subject), classes, budget, subject.split().train().length);
    }

    /// @param classes of the samples; 0 where they have none
    /// @param budget bytes
    /// @param samples that there are to see
    Gallery(Stages stages, int classes, long budget, int samples) {
        this.stages = stages;
        fields = new InputFields(stages.network(), stages.source());
        this.classes = classes;
        this.budget = budget;
        round = Math.min(ROUND, samples);
        filling = begin();
        shown = filling;
    }

    private Round begin() {
        Round next = new Round();
        next.counts = new long[Math.max(1, classes)];
        stages.depths().forEach(depth -> next.walls.put(depth.node(), new Wall()));
        return next;
    }

    Stages stages() {
        return stages;
    }

    /// Bytes that the patches take; never above the budget.
    public long used() {
        return used;
    }

    public long budget() {
        return budget;
    }

    /// How many pictures the patches shown were chosen from.
    public int pictures() {
        return shown.pictures;
    }

    /// The nodes whose outputs are to be handed to [#gather].
    public Set<NodeId> nodes() {
        return stages.depths().stream().map(Stages.Depth::node).collect(Collectors.toSet());
    }

    /// Takes in a batch.
    ///
    /// @param outputs what [#nodes] gave
    /// @param pixels the batch's samples in the order height, width, channels
    /// @param samples index of each into the training samples
    /// @param truth class of each
    public void gather(Map<NodeId, NDArray> outputs, FloatBuffer pixels, int[] samples, int[] truth) {
        if (filling.pictures >= round)
            turn();
        Passing passing = new Passing(pixels, samples, truth, new HashMap<>());
        for (Stages.Depth depth : stages.depths()) {
            NDArray output = outputs.get(depth.node());
            if (output != null)
                gather(depth, output, passing);
        }
        filling.pictures += samples.length;
        for (int category : truth)
            filling.counts[category]++;
        if (filling.pictures >= round)
            turn();
    }

    /// The round that is full is shown, and the one before it given up.
    private void turn() {
        if (shown != filling)
            shown.walls.values().forEach(wall -> wall.patches.forEach(all -> all.forEach(this::release)));
        shown = filling;
        filling = begin();
    }

    private void gather(Stages.Depth depth, NDArray output, Passing passing) {
        NDArray rows = Channels.rows(output);
        int units = (int) rows.getShape().get(1);
        float[] most = rows.max(new int[]{2}).toFloatArray();
        float[] mean = rows.mean(new int[]{2}).toFloatArray();
        long[] where = rows.argMax(2).toLongArray();
        Wall wall = wall(filling, depth.node());
        wall.widen(units, classes);
        for (int at = 0; at < mean.length; at++)
            wall.sums[at % units][passing.truth.length == 0 ? 0 : passing.truth[at / units]] += mean[at];
        for (int unit = 0; unit < units; unit++)
            gather(depth.node(), unit, wall.patches.get(unit), most, where, passing);
    }

    /// Offers the samples that excite a unit, the strongest first, so that no patch is cut out that another one of the same
    /// batch would push out.
    ///
    /// @param most by sample and unit
    private void gather(NodeId node, int unit, List<Patch> patches, float[] most, long[] where, Passing passing) {
        int units = most.length / passing.samples.length;
        float below = Float.POSITIVE_INFINITY;
        int row = strongest(most, unit, units, below, -1);
        for (int offered = 0; row >= 0 && offered < Hierarchy.PATCHES; offered++) {
            int at = row * units + unit;
            if (patches.size() >= Hierarchy.PATCHES && most[at] <= patches.getLast().response())
                return;
            offer(patches, new Patch(cut(node, unit, (int) where[at], passing, row), passing.samples[row], most[at]));
            below = most[at];
            row = strongest(most, unit, units, below, row);
        }
    }

    /// The first sample that excites a unit most, among those behind one in this order; −1 where none is left.
    private static int strongest(float[] most, int unit, int units, float below, int behind) {
        int best = -1;
        for (int row = 0; row * units < most.length; row++) {
            float response = most[row * units + unit];
            boolean left = response < below || (response == below && row > behind);
            if (left && response > 0 && (best < 0 || response > most[best * units + unit]))
                best = row;
        }
        return best;
    }

    /// Puts a patch among those of a unit, the strongest first, one of each sample, if there is memory for it.
    private void offer(List<Patch> patches, Patch next) {
        patches.stream().filter(p -> p.sample() == next.sample()).findFirst().ifPresent(same -> {
            if (same.response() < next.response())
                drop(patches, same);
        });
        if (patches.stream().anyMatch(p -> p.sample() == next.sample()))
            return;
        if (patches.size() >= Hierarchy.PATCHES || (!patches.isEmpty() && used + more(next) > room()))
            drop(patches, patches.getLast());
        if (used + more(next) > room())
            return;
        patches.add(next);
        patches.sort(Comparator.comparingDouble(p -> -p.response()));
        used += more(next);
        uses.merge(next.pixels(), 1, Integer::sum);
    }

    /// Bytes that may be in use: half are kept free for the next round until it begins.
    private long room() {
        return shown == filling ? budget / 2 : budget;
    }

    private void drop(List<Patch> patches, Patch patch) {
        patches.remove(patch);
        release(patch);
    }

    private void release(Patch patch) {
        if (uses.merge(patch.pixels(), -1, (n, less) -> n + less == 0 ? null : n + less) == null)
            used -= bytes(patch);
    }

    /// Bytes that a patch would take beside those that are there.
    private long more(Patch patch) {
        return uses.containsKey(patch.pixels()) ? 0 : bytes(patch);
    }

    private static long bytes(Patch patch) {
        return (long) Float.BYTES * patch.pixels().values().length;
    }

    private Tensor cut(NodeId node, int unit, int place, Passing passing, int row) {
        Shape shape = stages.network().shape(node).orElseThrow();
        Shape picture = stages.network().shape(stages.source()).orElseThrow();
        int[] places = shape.isImage() ? new int[]{unit, place / shape.size(2), place % shape.size(2)}
                : shape.isSequence() ? new int[]{place, unit} : new int[]{unit};
        Region field = fields.of(node, Region.at(places)).orElseGet(() -> Region.all(picture));
        Cut wanted = new Cut(row, field.first(1), field.last(1), field.first(2), field.last(2));
        return passing.cuts.computeIfAbsent(wanted, cut -> cut(passing.pixels, picture, cut));
    }

    /// Channels first.
    private static Tensor cut(FloatBuffer pixels, Shape picture, Cut cut) {
        int height = cut.bottom - cut.top + 1;
        int width = cut.right - cut.left + 1;
        int channels = picture.size(0);
        float[] values = new float[channels * height * width];
        int start = cut.row * (int) picture.elements();
        for (int c = 0, at = 0; c < channels; c++)
            for (int y = cut.top; y <= cut.bottom; y++)
                for (int x = cut.left; x <= cut.right; x++)
                    values[at++] = pixels.get(start + (y * picture.size(2) + x) * channels + c);
        return new Tensor(new int[]{channels, height, width}, values);
    }

    int units(NodeId node) {
        return wall(node).patches.size();
    }

    /// The strongest first.
    List<Patch> patches(NodeId node, int unit) {
        return List.copyOf(wall(node).patches.get(unit));
    }

    /// Mean response of a unit to the samples of each class; negative ones count as none.
    double[] means(NodeId node, int unit) {
        double[] means = wall(node).sums[unit].clone();
        for (int i = 0; i < means.length; i++)
            means[i] = classes == 0 || shown.counts[i] == 0 ? 0 : Math.max(0, means[i] / shown.counts[i]);
        return means;
    }

    private Wall wall(NodeId node) {
        return wall(shown, node);
    }

    private static Wall wall(Round round, NodeId node) {
        return Objects.requireNonNull(round.walls.get(node), "nothing is gathered of " + node);
    }
}
