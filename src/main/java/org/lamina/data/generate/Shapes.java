package org.lamina.data.generate;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Images;
import org.lamina.data.Progress;
import org.lamina.data.Seeds;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// Grey pictures of one figure each: edges make corners and parts, and parts make the figure.
@AutoService(DataSource.class)
@Card(id = "shapes", title = "Drawn shapes", keywords = {"circle", "square", "triangle", "star", "cross", "figures"})
@Help("""
        Circles, squares, triangles, stars and crosses of any place, size and rotation, filled or outlined, on a
        noisy background. Made to show how a network builds shapes from parts and parts from edges.
        """)
public record Shapes(
        @Help("How many pictures, spread evenly over the five shapes.") @Int(min = 10, max = 200_000, soft = 20_000, unit = "pictures") int samples,
        @Help("Side of a picture.") @Int(min = 12, max = 128, soft = 64, unit = "px") int size,
        @Help("Diameter of the smallest shapes, as a share of the picture's side.") @Real(min = 0.2, max = 0.95) double smallest,
        @Help("Diameter of the largest shapes, as a share of the picture's side.") @Real(min = 0.2, max = 0.95) double largest,
        @Help("How far from the middle shapes may lie: 0 keeps them there, 1 lets them touch the edge.") @Real(min = 0, max = 1) double spread,
        @Help("How far shapes may be turned, either way.") @Real(min = 0, max = 180, unit = "°") double rotation,
        @Help("Share of the shapes that are outlines; the others are filled.") @Real(min = 0, max = 1) double outlines,
        @Help("Strength of the noise on every pixel (standard deviation; white is 1).") @Real(min = 0, max = 0.5) double noise,
        @Help("The same seed gives the same pictures.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    private static final List<Figure> FIGURES = List.of(Figure.values());
    private static final List<String> CLASSES = FIGURES.stream().map(Figure::title).toList();

    public Shapes() {
        this(5000, 32, 0.4, 0.8, 1, 180, 0.5, 0.05, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        return Optional.of(new DataInfo(Shape.image(1, size, size), new Target.Classes(CLASSES), samples));
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        byte[][] pixels = new byte[samples][];
        int[] labels = IntStream.range(0, samples).map(i -> i % CLASSES.size()).toArray();
        for (int i = 0; i < samples; i++) {
            Generating.report(progress, i, samples, "Drawing shapes");
            pixels[i] = picture(FIGURES.get(labels[i]), Seeds.random(seed, i));
        }
        return new Images(Shape.image(1, size, size), CLASSES, pixels, labels, 0, List.of());
    }

    private byte[] picture(Figure figure, SplittableRandom random) {
        double radius = size / 2.0 * (smallest + random.nextDouble() * (largest - smallest));
        double room = spread * (size / 2.0 - radius);
        double middleX = size / 2.0 + room * (2 * random.nextDouble() - 1);
        double middleY = size / 2.0 + room * (2 * random.nextDouble() - 1);
        double turn = Math.toRadians(rotation * (2 * random.nextDouble() - 1));
        boolean outlined = random.nextDouble() < outlines;
        double pen = Math.max(1, 0.12 * radius * random.nextDouble(0.7, 1.5));
        double background = random.nextDouble(0, 0.25);
        double foreground = random.nextDouble(0.7, 1);
        byte[] pixels = new byte[size * size];
        for (int i = 0; i < pixels.length; i++) {
            double x = i % size + 0.5 - middleX;
            double y = Math.floorDiv(i, size) + 0.5 - middleY;
            double inside = radius * figure.depth((x * Math.cos(turn) + y * Math.sin(turn)) / radius,
                    (y * Math.cos(turn) - x * Math.sin(turn)) / radius);
            double cover = Math.clamp(0.5 + (outlined ? pen - Math.abs(inside - pen) : inside), 0, 1);
            double grey = background + cover * (foreground - background) + noise * random.nextGaussian();
            pixels[i] = (byte) Math.round(255 * Math.clamp(grey, 0, 1));
        }
        return pixels;
    }
}
