package org.lamina.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lamina.data.generate.Pattern;
import org.lamina.data.generate.Planes;
import org.lamina.tensor.Shape;

class SplitTest {
    private static final DataSet SPIRAL = new Planes(Pattern.SPIRAL, 1000, 0.1, 1).open(Path.of(""), Progress.NONE);

    @Test
    void takesTheShareFromEveryClass() {
        Split split = Split.of(SPIRAL, 0.2, 7);
        assertThat(split.validation()).hasSize(200).isSorted();
        assertThat(split.train()).hasSize(800).doesNotContain(split.validation());
        int[] labels = SPIRAL.classes();
        assertThat(Arrays.stream(split.validation()).filter(i -> labels[i] == 0).count()).isEqualTo(100);
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(Split.of(SPIRAL, 0.2, 7).train()).isEqualTo(Split.of(SPIRAL, 0.2, 7).train());
        assertThat(Split.of(SPIRAL, 0.2, 7).validation()).isNotEqualTo(Split.of(SPIRAL, 0.2, 8).validation());
    }

    @Test
    void samplesSetAsideByTheFormatValidate() {
        Images set = new Images(Shape.image(1, 1, 1), List.of("a", "b"), new byte[5][1], new int[]{0, 1, 0, 1, 0}, 2,
                List.of());
        Split split = Split.of(set, 0.5, 1);
        assertThat(split.validation()).containsExactly(3, 4);
        assertThat(split.train()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void twoSamplesAreSharedOut() {
        DataSet two = new Images(Shape.image(1, 1, 1), List.of("a", "b"), new byte[2][1], new int[]{0, 1}, 0,
                List.of());
        Split split = Split.of(two, 0.01, 1);
        assertThat(List.of(split.train().length, split.validation().length)).containsExactly(1, 1);
    }

    @Test
    void batchesOfAnEpochHoldEverySampleOnce() {
        int[] samples = IntStream.range(100, 350).toArray();
        Batches batches = Batches.shuffled(SPIRAL, samples, 64, 3, 1);
        Batch batch = batches.room();
        int[] seen = IntStream.range(0, batches.count()).flatMap(i -> {
            batches.fill(i, batch);
            return Arrays.stream(batch.samples());
        }).toArray();
        assertThat(batches.count()).isEqualTo(4);
        assertThat(batch.size()).isEqualTo(250 - 3 * 64);
        assertThat(batch.inputs().remaining()).isEqualTo(batch.size() * 2 * Float.BYTES);
        assertThat(seen).isNotEqualTo(samples).containsExactlyInAnyOrder(samples);
    }

    @Test
    void batchHoldsWhatTheSetGives() {
        Batches batches = Batches.inOrder(SPIRAL, new int[]{17, 4}, 2);
        Batch batch = batches.room();
        batches.fill(0, batch);
        float[] expected = new float[4];
        SPIRAL.input(17, expected, 0);
        SPIRAL.input(4, expected, 2);
        float[] inputs = new float[4];
        batch.inputs().asFloatBuffer().get(inputs);
        assertThat(inputs).isEqualTo(expected);
        assertThat(batch.targets().getFloat(0)).isEqualTo(1);
    }
}
