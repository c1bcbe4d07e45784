package org.lamina.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.read.Csv.Header;
import org.lamina.data.read.Csv.Separator;
import org.lamina.tensor.Shape;

class SeriesTest {

    /// The first six rows train: x has mean 2 and deviation 1 there, y mean 30 and deviation 10.
    private static final String TABLE = """
            day,x,y
            Mon,1,20
            Tue,3,40
            Wed,1,
            Thu,3,20
            Fri,1,40
            Sat,3,20
            Sun,5,70
            Mon,7,80
            Tue,9,90
            """;

    @TempDir
    private Path folder;

    @Test
    void windowsAreFollowedByTheirHorizonAndScaledByTheRowsThatTrain() throws Exception {
        DataSet set = open(TABLE.replace("Wed,1,", "Wed,1,40").replace("Thu,3,20", "Thu,3,20"), "y");
        assertThat(set.info().input()).isEqualTo(Shape.sequence(2, 2));
        assertThat(set.info().target()).isEqualTo(new Target.Values(List.of("y t+1, (x − 30.00) / 10.00")));
        assertThat(set.heldOut()).isEqualTo(1);
        assertThat(input(set, 0)).containsExactly(-1, -1, 1, 1);
        assertThat(target(set, 0)).containsExactly(1);
        assertThat(input(set, 3)).containsExactly(1, -1, -1, 1);
        assertThat(target(set, 3)).containsExactly(-1);
        assertThat(input(set, 4)).containsExactly(3, 4, 5, 5);
        assertThat(target(set, 4)).containsExactly(6);
        assertThat(set.warnings()).containsExactly("The column 'day' holds texts and was left out.");
    }

    @Test
    void gapsTakeTheValueBefore() throws Exception {
        assertThat(open(TABLE, "").warnings()).contains("1 gaps in the column 'y' were filled with the value before.");
    }

    @Test
    void textsAndShortTablesAreRefused() {
        assertThatThrownBy(() -> open(TABLE, "day")).isInstanceOf(DataException.class)
                .hasMessage(
                        "Needs numbers in the column 'day' to predict it, but it holds texts: choose another column.");
        assertThatThrownBy(() -> open("a,b\n1,2\n3,4\n", "")).isInstanceOf(DataException.class)
                .hasMessageStartingWith("Needs at least 6 rows for one sample to train and one to validate");
    }

    private DataSet open(String table, String target) throws Exception {
        Files.writeString(folder.resolve("t.csv"), table);
        return new Series("t.csv", target, 2, 1, 0.33, Separator.AUTO, Header.AUTO).open(folder, Progress.NONE);
    }

    private static float[] input(DataSet set, int sample) {
        float[] numbers = new float[4];
        set.input(sample, numbers, 0);
        return numbers;
    }

    private static float[] target(DataSet set, int sample) {
        float[] numbers = new float[1];
        set.target(sample, numbers, 0);
        return numbers;
    }
}
