package org.lamina.data.generate;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/// Digits drawn like handwriting and laid into 28×28 pixels the way MNIST's are.
@AutoService(DataSource.class)
@Card(id = "digits", title = "Drawn digits", keywords = {"handwriting", "numbers", "mnist"})
@Help("""
        Digits from 0 to 9 drawn stroke by stroke like handwriting: 28×28 pixels, one channel, as in MNIST, but made
        on the spot, so that nothing has to be downloaded. Several ways to write each digit, with another hand,
        slant and pen for every sample.
        """)
public record Digits(
        @Help("How many digits, spread evenly over the ten classes.") @Int(min = 10, max = 200_000, soft = 60_000, unit = "digits") int samples,
        @Help("How much hands differ: 0 draws neat digits, 1 as differently as people do, 2 wilder than that.") @Real(min = 0, max = 2) double variety,
        @Help("The same seed gives the same digits.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    private static final int SIDE = 28;
    private static final List<String> CLASSES = IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    public Digits() {
        this(10_000, 1, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        return Optional.of(new DataInfo(Shape.image(1, SIDE, SIDE), new Target.Classes(CLASSES), samples));
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        byte[][] pixels = new byte[samples][];
        int[] labels = IntStream.range(0, samples).map(i -> i % 10).toArray();
        for (int i = 0; i < samples; i++) {
            Generating.report(progress, i, samples, "Drawing digits");
            pixels[i] = new Hand(Seeds.random(seed, i), variety).write(labels[i]);
        }
        return new Images(Shape.image(1, SIDE, SIDE), CLASSES, pixels, labels, 0, List.of());
    }
}
