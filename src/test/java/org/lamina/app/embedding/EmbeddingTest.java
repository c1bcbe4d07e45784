package org.lamina.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
        assertThat(first).extracting(Chart::done).containsExactly(false, false, true);
        assertThat(IntStream.range(0, 200).filter(i -> nearest(last, i) % CLOUDS == i % CLOUDS).count())
                .as("whose neighbour is of their cloud").isGreaterThan(190);
        assertThat(last.words()).isEqualTo("perplexity 20, iteration 1000 of 1000");
        assertThat(charts(clouds(200, 20), Method.T_SNE).getLast().x()).isEqualTo(last.x());
    }

    @Test
    void layersThatGiveOnePointAndTooFewSamplesAreSaidSo() {
        assertThat(charts(new Tensor(new int[]{20, 3}, new float[60]), Method.T_SNE)).singleElement()
                .extracting(Chart::words).isEqualTo("this layer gives the same for all samples");
        assertThat(charts(clouds(11, 3), Method.T_SNE)).singleElement().extracting(Chart::words)
                .isEqualTo("t-SNE needs 12 samples, there are 11");
        assertThat(charts(clouds(12, 3), Method.T_SNE)).hasSize(3);
    }

    @Test
    void mapThatIsNotWantedAnyMoreIsBrokenOff() {
        List<Chart> charts = new ArrayList<>();
        Embedding[] embedding = new Embedding[1];
        LayerOutputs.Found second = outputs(clouds(40, 3));
        embedding[0] = new Embedding(Runnable::run, Runnable::run, chart -> {
            charts.add(chart);
            if (charts.size() == 2)
                embedding[0].make(second, Method.PCA);
        });
        embedding[0].make(outputs(clouds(40, 5)), Method.T_SNE);
        assertThat(charts).hasSize(3).last().extracting(Chart::outputs).isEqualTo(second);
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
