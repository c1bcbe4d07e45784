package org.lamina.app.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lamina.study.LayerOutputs;

/// Makes maps of what a layer gives in the background, the last one asked for.
public final class Embedding {

    /// How samples get their places.
    public enum Method {
        PCA("PCA"),
        T_SNE("t-SNE");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// Places of samples in the plane, from their principal components to the last iteration each more exact.
    ///
    /// @param x by sample
    /// @param y by sample
    /// @param words how the places came about
    public record Chart(LayerOutputs.Found outputs, Method method, double[] x, double[] y, String words,
            boolean done) {}

    private final Executor background;
    private final Consumer<Chart> news;
    private final AtomicLong wanted = new AtomicLong();

    /// @param window the FX thread
    /// @param news hears of each map, on the FX thread
    public Embedding(Executor background, Executor window, Consumer<Chart> news) {
        this.background = background;
        this.news = chart -> window.execute(() -> news.accept(chart));
    }

    /// Breaks off the map in the making and begins another.
    public void make(LayerOutputs.Found outputs, Method method) {
        long number = wanted.incrementAndGet();
        background.execute(() -> {
            try {
                work(outputs, method, number);
            } catch (CancellationException _) {
                // another is wanted
            }
        });
    }

    private void work(LayerOutputs.Found outputs, Method method, long number) {
        Components components = Components.of(outputs.rows(), Neighbours.AXES);
        int count = outputs.samples().length;
        boolean last = method == Method.PCA || components.isOnePoint() || count < Neighbours.FEWEST;
        tell(new Chart(outputs, method, components.axis(0), components.axis(1), words(components, method, count), last),
                number);
        if (last)
            return;
        List<Integer> frames = Neighbours.frames(count);
        for (int iterations : frames) {
            double[][] places = Neighbours.map(components.scores(), iterations, () -> wanted.get() == number);
            int all = frames.getLast();
            tell(new Chart(outputs, method, Arrays.stream(places).mapToDouble(p -> p[0]).toArray(),
                    Arrays.stream(places).mapToDouble(p -> p[1]).toArray(),
                    "perplexity %d, iteration %d of %d".formatted(Neighbours.perplexity(count), iterations, all),
                    iterations == all), number);
        }
    }

    private static String words(Components components, Method method, int count) {
        if (components.isOnePoint())
            return "this layer gives the same for all samples";
        if (method == Method.T_SNE)
            return count < Neighbours.FEWEST
                    ? "t-SNE needs %d samples, there are %d".formatted(Neighbours.FEWEST, count)
                    : "begins from the principal components …";
        double first = components.shares()[0];
        double second = components.shares().length > 1 ? components.shares()[1] : 0;
        return "%.0f %% and %.0f %% of the variance".formatted(100 * first, 100 * second);
    }

    private void tell(Chart chart, long number) {
        if (wanted.get() != number)
            throw new CancellationException();
        news.accept(chart);
    }
}
