package org.lamina.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.javagl.tsne.Tsne;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lamina.app.embedding.Embedding.Chart;
import org.lamina.app.embedding.Embedding.Method;
import org.lamina.graph.NodeId;
import org.lamina.study.LayerOutputs;
import org.lamina.tensor.Tensor;

/// Maps of points whose places are known.
class EmbeddingTest {

    private static final Offset<Double> EXACT = within(1e-6);
    private static final int CLOUDS = 5;

    /// (±3, 0) and (0, ±1), turned by the angle of 3:4 and moved: 90 % of the variance lie on the first axis.
    @Test
    void principalComponentsTurnPointsBack() {
        Components found = Components.of(new Tensor(new int[]{4, 2},
                new float[]{5 + 1.8f, 2.4f, 5 - 1.8f, -2.4f, 5 - 0.8f, 0.6f, 5 + 0.8f, -0.6f}), 2);
        assertThat(found.axis(0)).containsExactly(new double[]{3, -3, 0, 0}, EXACT);
        assertThat(found.axis(1)).containsExactly(new double[]{0, 0, -1, 1}, EXACT);
        assertThat(found.shares()).containsExactly(new double[]{0.9, 0.1}, EXACT);
        assertThat(found.axis(2)).containsOnly(0);
    }

    @Test
    void cloudsStayApartAndEveryMapIsTheSameAgain() {
        List<Chart> first = charts(clouds(200, 20), Method.T_SNE);
        Chart last = first.getLast();
        assertThat(first).extracting(Chart::done).containsOnlyOnce(true).endsWith(true).hasSize(26);
        assertThat(IntStream.range(0, 200).filter(i -> nearest(last, i) % CLOUDS == i % CLOUDS).count())
                .as("whose neighbour is of their cloud").isGreaterThan(190);
        assertThat(last.words()).isEqualTo("perplexity 20, iteration 500 of 500");
        assertThat(charts(clouds(200, 20), Method.T_SNE).getLast().x()).isEqualTo(last.x());
    }

    @Test
    void layersThatGiveOnePointAndTooFewSamplesAreSaidSo() {
        assertThat(charts(new Tensor(new int[]{20, 3}, new float[60]), Method.T_SNE)).singleElement()
                .extracting(Chart::words).isEqualTo("this layer gives the same for all samples");
        assertThat(charts(clouds(11, 3), Method.T_SNE)).singleElement().extracting(Chart::words)
                .isEqualTo("t-SNE needs 12 samples, there are 11");
        assertThat(charts(clouds(12, 3), Method.T_SNE)).hasSize(26);
    }

    /// On a rolled sheet, where no map of the plane keeps all neighbours.
    @Test
    void neighboursAreKeptAsWellAsByAnotherTsne() {
        Components rolled = Components.of(roll(300), Neighbours.AXES);
        Neighbours ours = new Neighbours(rolled);
        while (!ours.isDone())
            ours.step();
        double[] x = ours.x();
        double[] y = ours.y();
        double[][] map = IntStream.range(0, 300).mapToObj(i -> new double[]{x[i], y[i]}).toArray(double[][]::new);
        double other = trustworthiness(rolled.scores(), library(rolled.scores()));
        assertThat(other).isBetween(0.9, 1.0);
        assertThat(trustworthiness(rolled.scores(), map)).isGreaterThan(other - 0.01);
    }

    @Test
    void affinitiesSumToOneAndStayWithinClouds() {
        double[][] rows = Components.of(clouds(200, 20), Neighbours.AXES).scores();
        double[][] affinities = Affinities.of(rows, 20);
        assertThat(2 * Arrays.stream(affinities).flatMapToDouble(Arrays::stream).sum()).isCloseTo(1, EXACT);
        assertThat(affinities[7][2]).as("of one cloud").isGreaterThan(100 * affinities[7][3]);
    }

    @Test
    void mapThatIsNotWantedAnyMoreIsBrokenOff() {
        List<Chart> charts = new ArrayList<>();
        Embedding[] embedding = new Embedding[1];
        LayerOutputs.Found second = outputs(clouds(40, 3));
        embedding[0] = new Embedding(Runnable::run, Runnable::run, chart -> {
            charts.add(chart);
            if (charts.size() == 5)
                embedding[0].make(second, Method.PCA);
        });
        embedding[0].make(outputs(clouds(40, 5)), Method.T_SNE);
        assertThat(charts).hasSize(6).last().extracting(Chart::outputs).isEqualTo(second);
    }

    @Test
    @Tag("bench")
    void thousandPoints() {
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            new Embedding(Runnable::run, Runnable::run,
                    chart -> System.out.printf("t-SNE of 1,000 points: %.2f s, %s%n",
                            (System.nanoTime() - begin) / 1e9, chart.words()))
                    .make(outputs(clouds(1000, 256)), Method.T_SNE);
        }
    }

    private static double[][] library(double[][] rows) {
        Tsne library = new Tsne();
        library.setMessageConsumer(null);
        library.setInitialDims(0);
        library.setRandomSeed(1);
        library.setPerplexity(Neighbours.perplexity(rows.length));
        library.setMaxIterations(1000);
        return library.run(rows);
    }

    /// How far those who are near in the map are so truly: 1 − 2/(nk(2n − 3k − 1)) · Σ (true rank − k) over the ten nearest
    /// that are not among the ten truly nearest (Venna and Kaski, 2001).
    private static double trustworthiness(double[][] rows, double[][] map) {
        int count = rows.length;
        int near = 10;
        double penalty = 0;
        for (int row = 0; row < count; row++) {
            List<Integer> truly = ranked(rows, row);
            for (int other : ranked(map, row).subList(0, near))
                penalty += Math.max(0, truly.indexOf(other) + 1 - near);
        }
        return 1 - 2 * penalty / (count * near * (2.0 * count - 3 * near - 1));
    }

    private static List<Integer> ranked(double[][] rows, int from) {
        return IntStream.range(0, rows.length).filter(i -> i != from).boxed()
                .sorted(Comparator.comparingDouble(i -> IntStream.range(0, rows[from].length)
                        .mapToDouble(axis -> Math.pow(rows[i][axis] - rows[from][axis], 2)).sum()))
                .toList();
    }

    /// A sheet rolled up to a spiral, in three dimensions.
    private static Tensor roll(int count) {
        Random random = new Random(1);
        float[] values = new float[count * 3];
        for (int i = 0; i < count; i++) {
            double angle = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            values[3 * i] = (float) (angle * Math.cos(angle));
            values[3 * i + 1] = (float) (20 * random.nextDouble());
            values[3 * i + 2] = (float) (angle * Math.sin(angle));
        }
        return new Tensor(new int[]{count, 3}, values);
    }

    private static int nearest(Chart chart, int of) {
        return IntStream.range(0, chart.x().length).filter(i -> i != of).boxed()
                .min((a, b) -> Double.compare(distance(chart, of, a), distance(chart, of, b))).orElseThrow();
    }

    private static double distance(Chart chart, int a, int b) {
        return Math.hypot(chart.x()[a] - chart.x()[b], chart.y()[a] - chart.y()[b]);
    }

    private static List<Chart> charts(Tensor rows, Method method) {
        List<Chart> charts = new ArrayList<>();
        new Embedding(Runnable::run, Runnable::run, charts::add).make(outputs(rows), method);
        return charts;
    }

    private static LayerOutputs.Found outputs(Tensor rows) {
        int count = rows.sizes()[0];
        return new LayerOutputs.Found(new NodeId("layer"), IntStream.range(0, count).toArray(), rows, rows.sizes()[1],
                new int[count]);
    }

    /// Gaussian clouds around distant centres, in turn.
    private static Tensor clouds(int count, int features) {
        Random random = new Random(1);
        float[] values = new float[count * features];
        float[] centres = new float[CLOUDS * features];
        for (int i = 0; i < centres.length; i++)
            centres[i] = 8 * (float) random.nextGaussian();
        for (int i = 0; i < values.length; i++)
            values[i] = centres[i / features % CLOUDS * features + i % features] + (float) random.nextGaussian();
        return new Tensor(new int[]{count, features}, values);
    }
}
