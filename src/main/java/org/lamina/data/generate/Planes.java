package org.lamina.data.generate;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Rows;
import org.lamina.data.Seeds;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// Points of the plane between −1 and 1 (before noise) in classes that lie in a pattern.
@AutoService(DataSource.class)
@Card(id = "planes", title = "Points in the plane", keywords = {"spiral", "moons", "circles", "xor", "blobs", "toy"})
@Help("""
        Points with two features, **x** and **y**, in classes that form a pattern: the smallest problems that show
        what a hidden layer is good for.
        """)
public record Planes(
        @Help("The pattern. A straight line parts the blobs well enough; the others need hidden layers.") Pattern pattern,
        @Help("How many points, spread evenly over the classes.") @Int(min = 10, max = 1_000_000, soft = 5000, unit = "points") int samples,
        @Help("How far points stray from the pattern (standard deviation; the pattern is 2 wide).") @Real(min = 0, max = 1, soft = 0.5) double noise,
        @Help("The same seed gives the same points.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    public Planes() {
        this(Pattern.SPIRAL, 1000, 0.05, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        return Optional.of(new DataInfo(Shape.vector(2), new Target.Classes(pattern.classes()), samples));
    }

    @Override
    public DataSet open(Path base, Progress progress) {
        float[][] inputs = new float[samples][];
        float[][] targets = new float[samples][];
        int classes = pattern.classes().size();
        for (int i = 0; i < samples; i++) {
            SplittableRandom random = Seeds.random(seed, i);
            double[] point = pattern.point(i % classes, random);
            inputs[i] = new float[]{strayed(point[0], random), strayed(point[1], random)};
            targets[i] = new float[]{i % classes};
        }
        return new Rows(info().orElseThrow(), inputs, targets, "Coordinates as they are", List.of());
    }

    private float strayed(double value, SplittableRandom random) {
        return (float) (value + noise * random.nextGaussian());
    }
}
