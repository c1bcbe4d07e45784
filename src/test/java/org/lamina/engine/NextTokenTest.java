package org.lamina.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.generate.Counting;
import org.lamina.graph.Sketch;
import org.lamina.project.Layout;
import org.lamina.project.Project;
import org.lamina.project.Task;
import org.lamina.tensor.Shape;

class NextTokenTest {

    private static final Counting TEXT = new Counting(24, 99, 9, 2000, 1);
    private static final int TOKENS = 11;

    @TempDir
    Path folder;

    /// A table by the present token can do no better than the entropy of the next token given the present one, and
    /// softmax regression gets there.
    @Test
    void tableByThePresentTokenLearnsTheEntropyOfPairs() throws DataException {
        var graph = new Sketch(Shape.tokens(24, TOKENS)).then("embedding", Map.of("features", TOKENS))
                .then("dense", Map.of("units", TOKENS)).then("output").graph();
        var plan = Rig.plan(Map.of("task", Task.NEXT_TOKEN, "epochs", 8, "learningRate", 0.02, "batchSize", 32));
        try (Rig rig = new Rig(folder)) {
            rig.train(new Project("", graph, Layout.EMPTY, TEXT, plan)).toTheEnd();
            assertThat(rig.last(Event.Finished.class).validation().loss()).isCloseTo(entropy(), within(0.02));
        }
    }

    private static double entropy() throws DataException {
        DataSet set = TEXT.open(Path.of(""), Progress.NONE);
        double[][] pairs = new double[TOKENS][TOKENS];
        double all = set.info().samples() * 24.0;
        float[] present = new float[24];
        float[] next = new float[24];
        for (int i = 0; i < set.info().samples(); i++) {
            set.input(i, present, 0);
            set.target(i, next, 0);
            for (int t = 0; t < 24; t++)
                pairs[(int) present[t]][(int) next[t]]++;
        }
        double entropy = 0;
        for (double[] row : pairs) {
            double sum = 0;
            for (double count : row)
                sum += count;
            for (double count : row)
                if (count > 0)
                    entropy -= count / all * Math.log(count / sum);
        }
        return entropy;
    }
}
