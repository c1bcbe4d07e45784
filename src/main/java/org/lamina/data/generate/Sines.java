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
import org.lamina.data.Progress;
import org.lamina.data.Rows;
import org.lamina.data.Seeds;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// Sums of sine waves, to be continued.
@AutoService(DataSource.class)
@Card(id = "sines", title = "Sine mixtures", keywords = {"sequence", "time series", "waves", "forecast", "regression"})
@Help("""
        A stretch of a sum of sine waves with frequencies, strengths and phases chosen at random; the values that follow
        are to be predicted.
        """)
public record Sines(
        @Help("How many waves are added up.") @Int(min = 1, max = 16, soft = 5, unit = "waves") int waves,
        @Help("Time steps that are given.") @Int(min = 4, max = 4096, soft = 200, unit = "steps") int length,
        @Help("Time steps to predict.") @Int(min = 1, max = 256, soft = 20, unit = "steps") int horizon,
        @Help("Random part of each value (standard deviation; the waves add up to 1 at most).") @Real(min = 0, max = 1, soft = 0.5) double noise,
        @Help("How many stretches.") @Int(min = 10, max = 1_000_000, soft = 20_000, unit = "stretches") int samples,
        @Help("The same seed gives the same waves.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    private static final double SHORTEST_PERIOD = 8;
    private static final double LONGEST_PERIOD = 40;

    public Sines() {
        this(2, 40, 1, 0.02, 3000, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        List<String> names = IntStream.rangeClosed(1, horizon).mapToObj(h -> "t+" + h).toList();
        return Optional.of(new DataInfo(Shape.sequence(length, 1), new Target.Values(names), samples));
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        float[][] inputs = new float[samples][length];
        float[][] targets = new float[samples][horizon];
        for (int i = 0; i < samples; i++) {
            Generating.report(progress, i, samples, "Adding up waves");
            float[] whole = stretch(Seeds.random(seed, i));
            System.arraycopy(whole, 0, inputs[i], 0, length);
            System.arraycopy(whole, length, targets[i], 0, horizon);
        }
        return new Rows(info().orElseThrow(), inputs, targets, "Numbers as they are", List.of());
    }

    private float[] stretch(SplittableRandom random) {
        double[] sum = new double[length + horizon];
        for (int wave = 0; wave < waves; wave++) {
            double period = SHORTEST_PERIOD + (LONGEST_PERIOD - SHORTEST_PERIOD) * random.nextDouble();
            double phase = 2 * Math.PI * random.nextDouble();
            double strength = (0.3 + 0.7 * random.nextDouble()) / waves;
            for (int t = 0; t < sum.length; t++)
                sum[t] += strength * Math.sin(2 * Math.PI * t / period + phase);
        }
        float[] values = new float[sum.length];
        for (int t = 0; t < sum.length; t++)
            values[t] = (float) (sum[t] + noise * random.nextGaussian());
        return values;
    }
}
