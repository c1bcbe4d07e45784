package org.lamina.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamina.graph.Field;
import org.lamina.graph.NodeId;
import org.lamina.project.Task;
import org.lamina.study.Hierarchy;
import org.lamina.study.Hierarchy.Feature;
import org.lamina.study.Hierarchy.Patch;
import org.lamina.study.Hierarchy.Stage;
import org.lamina.study.Hierarchy.Tag;
import org.lamina.study.Picture;
import org.lamina.study.Unit;
import org.lamina.study.UnitResponse.Feeder;
import org.lamina.tensor.Region;
import org.lamina.tensor.Shape;
import org.lamina.tensor.Tensor;

/// Shows the gallery of a network, depth by depth. Where nothing was gathered while it learnt, some of the training samples
/// are looked at first, and more of them after each answer.
final class Depicting implements Study {

    private static final long BIT = 8_000_000;
    /// Pictures that are enough for a first answer; each further one comes of so many times as many.
    private static final int FIRST = 32;
    private static final int MORE = 8;
    private static final int PASS = 1024;
    /// Patches' pictures over which the feeders are summed.
    private static final int FED = 3;

    private final Hierarchy question;
    private final Subject subject;
    private final Gallery gallery;
    private final List<Stage> stages = new ArrayList<>();
    private final Pace pace = new Pace();
    private final int pass;
    private int goal;
    private int passed;
    /// Depths described since the last pictures were looked at.
    private int described;
    private @Nullable Depiction now;

    /// The units of one depth, a few in each bit, and then what feeds each of the strongest.
    private final class Depiction {
        private final Stages.Depth depth;
        private final Region field;
        private final double reach;
        private final @Nullable Tensor kernel;
        private final List<Feature> all = new ArrayList<>();
        private final List<Feature> fed = new ArrayList<>();
        private List<Feature> alive = List.of();
        private List<Feature> strongest = List.of();

        Depiction(Stages.Depth depth) {
            this.depth = depth;
            Shape picture = gallery.stages().network().shape(gallery.stages().source()).orElseThrow();
            field = Field.ofMiddle(gallery.stages().network(), depth.node())
                    .flatMap(f -> f.at(gallery.stages().source())).orElseGet(() -> Region.none(picture));
            reach = Math.min(field.extent(1) / (double) picture.size(1), field.extent(2) / (double) picture.size(2));
            kernel = depth.first() ? kernel(depth) : null;
        }

        private boolean isDescribed() {
            return all.size() == gallery.units(depth.node());
        }

        boolean isDone() {
            return isDescribed() && fed.size() == strongest.size();
        }

        void advance() throws Unanswerable {
            if (!isDescribed())
                describe();
            else
                fed.add(fed(strongest.get(fed.size())));
        }

        private void describe() {
            for (long end = System.nanoTime() + BIT; !isDescribed() && System.nanoTime() < end;)
                all.add(feature(depth, all.size(), reach, kernel));
            if (!isDescribed())
                return;
            int enough = Math.max(1, all.stream().mapToInt(f -> f.patches().size()).max().orElse(1));
            alive = all.stream().filter(f -> f.patches().size() == enough).toList();
            strongest = alive.stream().sorted(Comparator.comparingDouble(f -> -strength(depth, f)))
                    .limit(question.units()).toList();
        }

        private Feature fed(Feature feature) throws Unanswerable {
            return new Feature(feature.unit(), feature.patches(), feature.selectivity(), feature.favourite(),
                    feature.tag(), feeders(feature));
        }

        Stage stage() {
            double simple = all.stream().filter(f -> f.tag().kind().isSimple()).count()
                    / (double) Math.max(1, all.size());
            double selectivity = alive.stream().mapToDouble(Feature::selectivity).average().orElse(0);
            return new Stage(depth.weighted(), depth.node(), new int[]{field.extent(1), field.extent(2)}, selectivity,
                    simple, fed);
        }
    }

    Depicting(Hierarchy question, Subject subject) throws Unanswerable {
        this.question = question;
        this.subject = subject;
        gallery = subject.gallery(question.bytes());
        pass = gallery.pictures() > 0 ? 0 : Math.min(PASS, subject.split().train().length);
        goal = Math.min(FIRST, pass);
    }

    @Override
    public Optional<Hierarchy.Found> advance() throws Exception {
        if (passed < goal && gallery.pictures() < goal) {
            passed += pace.run(goal - passed, this::look);
            return Optional.empty();
        }
        Depiction depiction = now == null ? new Depiction(gallery.stages().depths().get(described)) : now;
        now = depiction;
        if (!depiction.isDone())
            depiction.advance();
        if (!depiction.isDone())
            return Optional.empty();
        if (described == stages.size())
            stages.add(depiction.stage());
        else
            stages.set(described, depiction.stage());
        described++;
        now = null;
        if (isWhole() && goal < pass) {
            goal = Math.min(pass, goal * MORE);
            described = 0;
        }
        return Optional.of(new Hierarchy.Found(gallery.pictures(), stages));
    }

    private boolean isWhole() {
        return described == gallery.stages().depths().size();
    }

    @Override
    public boolean isDone() {
        return goal >= pass && isWhole();
    }

    private void look(int count) throws Unanswerable {
        int width = (int) subject.data().info().input().elements();
        float[] pixels = new float[count * width];
        int[] samples = IntStream.range(passed, passed + count).toArray();
        int[] truth = new int[hasClasses() ? count : 0];
        float[] target = new float[subject.data().info().target().width()];
        for (int i = 0; i < count; i++) {
            int sample = subject.split().train()[samples[i]];
            subject.data().input(sample, pixels, i * width);
            subject.data().target(sample, target, 0);
            if (hasClasses())
                truth[i] = (int) target[0];
        }
        try (NDManager scope = subject.manager().newSubManager()) {
            Map<NodeId, NDArray> outputs = new HashMap<>();
            subject.answer(subject.samples(scope, IntStream.of(samples).mapToObj(Picture.Training::new).toList()),
                    false, (node, output) -> {
                        outputs.put(node, output);
                        return output;
                    });
            gallery.gather(outputs, FloatBuffer.wrap(pixels), samples, truth);
        }
    }

    private boolean hasClasses() {
        return subject.task() == Task.CLASSIFICATION;
    }

    private Tensor kernel(Stages.Depth depth) {
        String name = depth.weighted() + ".weight";
        return subject.read(Objects.requireNonNull(subject.weights().get(name), name));
    }

    private Feature feature(Stages.Depth depth, int unit, double reach, @Nullable Tensor kernel) {
        double[] means = gallery.means(depth.node(), unit);
        int favourite = depth.last() && hasClasses() ? scored(unit)
                : IntStream.range(0, means.length).reduce((a, b) -> means[b] > means[a] ? b : a).orElse(0);
        double selectivity = selectivity(means, favourite);
        List<Patch> patches = gallery.patches(depth.node(), unit);
        Tagging tagging = new Tagging(reach, selectivity, hasClasses() ? name(favourite) : "", patches);
        Tag tag = depth.last() && hasClasses() ? tagging.answer()
                : kernel != null && kernel.sizes().length == 4 ? tagging.kernel(filter(kernel, unit))
                        : tagging.pattern();
        return new Feature(new Unit(depth.node(), unit), patches, selectivity, hasClasses() ? favourite : -1, tag,
                List.of());
    }

    /// The class whose score a unit of the last layer is.
    private int scored(int unit) {
        return subject.expected().isOneNumberForTwoClasses() ? 1 : unit;
    }

    /// Over all classes how selective it is; for one class, how much more it responds to that than to others.
    private double strength(Stages.Depth depth, Feature feature) {
        double[] means = gallery.means(depth.node(), feature.unit().index());
        return question.category() == Hierarchy.ALL || question.category() >= means.length ? feature.selectivity()
                : selectivity(means, question.category());
    }

    /// (mean for the class − mean over the others) / their sum.
    static double selectivity(double[] means, int category) {
        double most = means[category];
        double rest = means.length < 2 ? 0 : (DoubleStream.of(means).sum() - most) / (means.length - 1);
        return most + rest == 0 ? 0 : (most - rest) / (most + rest);
    }

    private String name(int category) {
        List<String> names = subject.data().info().target().names();
        return category < names.size() ? names.get(category) : String.valueOf(category);
    }

    private static Tensor filter(Tensor kernel, int unit) {
        int[] sizes = kernel.sizes();
        int length = sizes[1] * sizes[2] * sizes[3];
        float[] values = new float[length];
        System.arraycopy(kernel.values(), unit * length, values, 0, length);
        return new Tensor(new int[]{sizes[1], sizes[2], sizes[3]}, values);
    }

    private List<Feeder> feeders(Feature feature) throws Unanswerable {
        if (feature.patches().isEmpty())
            return List.of();
        try (NDManager scope = subject.manager().newSubManager()) {
            NDArray samples = subject.samples(scope, feature.patches().stream().limit(FED)
                    .map(patch -> new Picture.Training(patch.sample())).toList());
            return Feeding.of(subject, scope, samples, feature.unit());
        }
    }
}
