package org.lamina.data.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.read.Csv.Answer;
import org.lamina.data.read.Csv.Header;
import org.lamina.data.read.Csv.Separator;

class CsvTest {
    private static final Path TABLES = Path.of(System.getenv().getOrDefault("LAMINA_DATA", "../shared/data"), "tables");

    @TempDir
    private Path folder;

    @Test
    void numbersAreScaledTextsAreOneHotAndGapsFilled() throws Exception {
        DataSet set = open("""
                size;zone;note;kind
                1,5;"north; far";a;yes
                ;south;b;no
                4,5;"north; far";c;yes
                """, new Csv("t.csv", "", Answer.AUTO, "note=ignored", Separator.AUTO, Header.AUTO));
        assertThat(set.info().target()).isEqualTo(new Target.Classes(List.of("no", "yes")));
        assertThat(inputs(set)).containsExactly(new float[]{-1, 1, 0}, new float[]{0, 0, 1}, new float[]{1, 1, 0});
        assertThat(set.warnings()).containsExactly("1 gap in column 'size' was filled with the mean.");
    }

    private static Stream<Arguments> tables() {
        return Stream.of(
                arguments("byte order mark", UTF_8, "\uFEFFsize,kind\n1,a\n2,b\n3,a", List.of("a", "b"), 2),
                arguments("UTF-16", UTF_16, "größe,kind\n1,é\n2,b\n3,é", List.of("b", "é"), 2),
                arguments("Latin-1", ISO_8859_1, "größe,kind\n1,é\n2,b\n3,é", List.of("b", "é"), 2),
                arguments("decimal comma", UTF_8, "size;kind\n1,5;a\n2,5;b\n3,5;a", List.of("a", "b"), 2.5),
                arguments("Windows lines", UTF_8, "size,kind\r\n1,a\r\n2,b\r\n3,a\r\n", List.of("a", "b"), 2),
                arguments("quotes", UTF_8, "\"size\",\"kind\"\n\"1\",\"a, \"\"b\"\"\"\n2,c\n3,c",
                        List.of("a, \"b\"", "c"), 2),
                arguments("line break in quotes", UTF_8, "size,kind\n1,\"a\nb\"\n2,c\n3,c", List.of("a\nb", "c"), 2),
                arguments("tabs", UTF_8, "size\tkind\n1\ta\n2\tb\n3\ta", List.of("a", "b"), 2),
                arguments("bars and spaces", UTF_8, "size | kind\n1 | a\n2 | b\n3 | a", List.of("a", "b"), 2),
                arguments("exponents", UTF_8, "size,kind\n1e-3,a\n2E-3,b\n+3e-3,a", List.of("a", "b"), 0.002),
                arguments("empty lines", UTF_8, "\n\nsize,kind\n1,a\n\n2,b\n3,a\n\n", List.of("a", "b"), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void tableIsReadHoweverItIsWritten(String what, Charset charset, String text, List<String> classes, double mean)
            throws Exception {
        write(text.getBytes(charset));
        DataSet set = new Csv("t.csv", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO).open(folder, Progress.NONE);
        assertThat(set.info().target()).as(what).isEqualTo(new Target.Classes(classes));
        assertThat(inputs(set)).containsExactly(new float[]{-1.2247449f}, new float[]{0}, new float[]{1.2247449f});
        assertThat(set.preparation()).contains("(x − %.6g)".formatted(mean));
    }

    @Test
    void fractionsAsLabelAreValuesScaledAndSaidSo() throws Exception {
        DataSet set = open("1,10.5\n2,20.5\n", new Csv("t.csv", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO));
        assertThat(set.info().target()).isEqualTo(new Target.Values(List.of("column 2, (x − 15.50) / 5.000")));
        float[] target = new float[1];
        set.target(1, target, 0);
        assertThat(target).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b\\n1,x\\n2,y       | true
            1,x\\n2,y             | false
            p,q\\nu,v\\nu,w       | true
            u,q\\nu,v\\nu,w       | false
            """)
    void headerIsFoundOut(String text, boolean named) throws Exception {
        Path file = write(text.replace("\\n", "\n").getBytes(UTF_8));
        Table table = Table.read(file, Separator.AUTO, Header.AUTO);
        assertThat(table.columns().getFirst().name().equals("column 1")).isEqualTo(!named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                    | ~~  | ~~       | is empty
            a\\nb                 | ~~  | ~~       | Needs at least two columns
            a,b\\n1,x\\n2,y       | c   | ~~       | There is no column 'c'. The columns are: a, b.
            a,b\\n1,x\\n2,x       | ~~  | ~~       | Needs at least two classes
            a,b\\n1,\\n2,         | b   | ~~       | all its cells are empty
            a,b\\n1,x\\n2,y       | ~~  | a=big    | Needs one of numeric, category, ignored
            a,b\\n1,x\\n2,y       | ~~  | a        | Needs pairs such as name=ignored
            a,b\\n1,x\\n2,y       | ~~  | a=ignored | Needs at least one column to predict 'b' from
            a,b\\nk,x\\nl,y       | ~~  | a=numeric | Needs numbers in the column 'a', got 'k'
            a,b\\n1,"x\\n2,y      | ~~  | ~~       | as a table
            """)
    void unusableTableIsRefused(String text, String label, String columns, String message) {
        assertThatThrownBy(() -> open(text.replace("\\n", "\n"),
                new Csv("t.csv", label, Answer.AUTO, columns, Separator.COMMA, Header.YES)))
                .isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    @Test
    void binaryFileAndMissingFileAreRefused() throws Exception {
        write(new byte[]{'a', 0, 'b'});
        Csv csv = new Csv("t.csv", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO);
        assertThatThrownBy(() -> csv.open(folder, Progress.NONE)).hasMessageContaining(
                "t.csv has a zero at line 1, character 2 of the line: it is not a text file");
        assertThatThrownBy(() -> csv.at(Path.of("no.csv")).open(folder, Progress.NONE))
                .hasMessageContaining("there is no file");
    }

    @Test
    void whatWasGuessedOrBrokenInTheTextIsTold() throws Exception {
        Csv csv = new Csv("t.csv", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO);
        write("size,kind\n1,“a”\n2,b\n3,“a”\n".getBytes(Charset.forName("windows-1252")));
        DataSet set = csv.open(folder, Progress.NONE);
        assertThat(set.info().target()).isEqualTo(new Target.Classes(List.of("b", "“a”")));
        assertThat(set.warnings()).containsExactly(
                "t.csv is no UTF-8: it was read as Windows-1252, as Excel saves tables. Where letters are wrong, save it as UTF-8.");
        write(new byte[]{'s', ',', 'k', '\n', '1', ',', (byte) 0x81, '\n', '2', ',', 'b', '\n', '3', '\n'});
        assertThat(csv.open(folder, Progress.NONE).warnings()).containsExactly(
                "1 broken byte became �, the first of them at line 2, character 3 of the line.",
                "1 record with other than 2 fields left out: 4.");
    }

    @Test
    void rowsOfOtherLengthAreLeftOutAndTold() throws Exception {
        DataSet set = open("a,b\n1,x\n2\n3,y\n", new Csv("t.csv", "", Answer.AUTO, "", Separator.COMMA, Header.AUTO));
        assertThat(set.info().samples()).isEqualTo(2);
        assertThat(set.warnings()).containsExactly("1 record with other than 2 fields left out: 3.");
    }

    /// Counts and facts that are published with the tables.
    @ParameterizedTest
    @CsvSource({"iris.csv, species, 150, 4, 3, 0", "penguins.csv, species, 344, 9, 3, 5",
            "titanic.csv, survived, 891, 32, 2, 4", "mpg.csv, mpg, 398, 9, 1, 2"})
    void realTablesAreRead(String file, String label, int samples, int features, int classes, int warnings)
            throws Exception {
        Path path = TABLES.resolve(file).toAbsolutePath();
        Assumptions.assumeTrue(Files.exists(path), () -> "needs " + path);
        DataSet set = new Csv(path.toString(), label, Answer.AUTO, "", Separator.AUTO, Header.AUTO).open(folder,
                Progress.NONE);
        assertThat(set.info().samples()).isEqualTo(samples);
        assertThat(set.info().input().size(0)).as(set.warnings().toString()).isEqualTo(features);
        assertThat(set.info().target().names()).hasSize(classes);
        assertThat(set.warnings()).hasSize(warnings);
        double sum = 0;
        for (float[] row : inputs(set))
            sum += row[0];
        assertThat(sum / samples).isLessThan(1).isGreaterThanOrEqualTo(-1e-3);
    }

    @Test
    void randomTextNeverGivesAnythingButAMessage() throws IOException {
        String alphabet = "12.,;\t|\"\n\r ab-NaéE+\\";
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            write(text.toString().getBytes(ISO_8859_1));
            try {
                DataSet set = new Csv("t.csv", "", Answer.AUTO, "", Separator.AUTO, Header.AUTO).open(folder,
                        Progress.NONE);
                for (float[] row : inputs(set))
                    for (float value : row)
                        assertThat(value).isFinite().isCloseTo(0, within(100f));
            } catch (DataException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private DataSet open(String text, Csv csv) throws Exception {
        write(text.getBytes(UTF_8));
        return csv.open(folder, Progress.NONE);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("t.csv"), bytes);
    }

    private static List<float[]> inputs(DataSet set) {
        return IntStream.range(0, set.info().samples()).mapToObj(i -> {
            float[] row = new float[set.info().input().size(0)];
            set.input(i, row, 0);
            return row;
        }).toList();
    }
}
