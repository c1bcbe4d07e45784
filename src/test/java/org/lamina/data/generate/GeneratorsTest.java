package org.lamina.data.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.spec.Params;

class GeneratorsTest {

    private static List<DataSource> generators() {
        return List.of(new Digits(200, 1, 1), new Shapes(), new Planes());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void sameSeedGivesTheSameSamples(DataSource source) throws DataException {
        assertThat(checksum(source)).isEqualTo(checksum(source)).isNotEqualTo(checksum(Params.with(source, "seed", 2)));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void smallSetIsTheBeginningOfALargeOne(DataSource source) throws DataException {
        assertThat(sample(Params.with(source, "samples", 50), 17)).isEqualTo(sample(source, 17));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void classesAreBalancedAndInfoIsTold(DataSource source) throws DataException {
        DataSet set = open(source);
        assertThat(set.info()).isEqualTo(source.info().orElseThrow());
        int classes = set.info().target().names().size();
        Map<Integer, Long> counts = Arrays.stream(set.classes()).boxed()
                .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        assertThat(counts).hasSize(classes);
        assertThat(counts.values()).containsOnly((long) set.info().samples() / classes);
    }

    /// Fails where a change draws other digits than before: projects then train differently with the same seed.
    @Test
    void digitsStayWhatTheyWere() throws DataException {
        assertThat(checksum(new Digits(100, 1, 1))).isEqualTo(591_961_943L);
    }

    @Test
    void digitsLieAsMnistsDo() throws DataException {
        DataSet set = open(new Digits(300, 1, 5));
        for (int sample = 0; sample < 300; sample++) {
            float[] pixels = new float[784];
            set.input(sample, pixels, 0);
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < 784; i++) {
                mass += pixels[i];
                x += pixels[i] * (i % 28 + 0.5);
                y += pixels[i] * (Math.floorDiv(i, 28) + 0.5);
            }
            assertThat(mass).isBetween(10.0, 400.0);
            assertThat(x / mass).isBetween(13.4, 14.6);
            assertThat(y / mass).isBetween(13.4, 14.6);
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void patternsWithoutNoiseStayNearTheUnitSquare(Pattern pattern) throws DataException {
        DataSet set = open(new Planes(pattern, 600, 0, 3));
        float[] point = new float[2];
        for (int i = 0; i < 600; i++) {
            set.input(i, point, 0);
            assertThat(point).satisfies(p -> assertThat(Math.max(Math.abs(p[0]), Math.abs(p[1]))).isLessThan(1.3f));
        }
    }

    @Test
    void drawingCanBeStopped() {
        assertThatThrownBy(() -> new Digits().open(Path.of(""), (_, _) -> false)).isInstanceOf(DataException.class)
                .hasMessage("Drawing digits was stopped.");
    }

    private static DataSet open(DataSource source) throws DataException {
        return source.open(Path.of(""), Progress.NONE);
    }

    private static float[] sample(DataSource source, int index) throws DataException {
        DataSet set = open(source);
        float[] input = new float[(int) set.info().input().elements()];
        set.input(index, input, 0);
        return input;
    }

    private static long checksum(DataSource source) throws DataException {
        DataSet set = open(source);
        CRC32 crc = new CRC32();
        float[] input = new float[(int) set.info().input().elements()];
        for (int i = 0; i < set.info().samples(); i++) {
            set.input(i, input, 0);
            for (float value : input)
                crc.update(Math.round(value * 255));
        }
        return crc.getValue();
    }
}
