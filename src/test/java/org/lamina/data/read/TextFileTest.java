package org.lamina.data.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamina.data.DataException;
import org.lamina.data.DataSet;
import org.lamina.data.Lexicon;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.data.read.TextFile.Unit;
import org.lamina.tensor.Shape;

class TextFileTest {

    @TempDir
    private Path folder;

    @Test
    void stretchesTrainFromTheBeginningAndValidateAtTheEndWithoutSharingAToken() throws Exception {
        DataSet set = open("abcdefghijklmnopqrst", new TextFile("t.txt", Unit.CHARACTERS, 10, 3, 2, 0.4));
        assertThat(set.info().input()).isEqualTo(Shape.tokens(3, 20));
        assertThat(set.info().target()).isEqualTo(new Target.Tokens(set.info().vocabulary(), 3));
        assertThat(set.heldOut()).isEqualTo(2);
        assertThat(IntStream.range(0, set.info().samples()).mapToObj(i -> pair(set, i)))
                .containsExactly("abc→bcd", "cde→def", "efg→fgh", "ghi→hij", "ijk→jkl", "mno→nop", "pqr→qrs");
    }

    @Test
    void wordsBeyondTheLimitBecomeOneToken() throws Exception {
        DataSet set = open("The cat saw the dog. The dog's cat saw the cat.\n".repeat(4),
                new TextFile("t.txt", Unit.WORDS, 4, 2, 1, 0.2));
        assertThat(set.info().vocabulary()).containsExactly("cat", ".", "The", Lexicon.UNKNOWN);
        assertThat(set.warnings()).containsExactly("5 of 8 different words are rare and became ⟨unknown⟩.");
        assertThat(pair(set, 0)).isEqualTo("Thecat→cat⟨unknown⟩");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UTF-8                   | 4772C3BC6E0A             | Grün     |
            UTF-8 with its mark     | EFBBBF4772C3BC6E0A       | Grün     |
            UTF-16, small end first | FFFE47007200FC006E000A00 | Grün     |
            UTF-16, big end first   | FEFF0047007200FC006E000A | Grün     |
            ISO 8859-1              | 4772FC6E0A               | Grün     | t.txt is no UTF-8: it was read as Windows-1252, as Excel saves tables. Where letters are wrong, save it as UTF-8.
            curly quotes of Windows | 93636166E9940A           | “café”   | t.txt is no UTF-8: it was read as Windows-1252, as Excel saves tables. Where letters are wrong, save it as UTF-8.
            euros of Windows        | 3132A0800A               | 12 €     | t.txt is no UTF-8: it was read as Windows-1252, as Excel saves tables. Where letters are wrong, save it as UTF-8.
            a broken UTF-8          | 4772C3BC6EC3BC0AC3410A   | Grünü␤�A | 1 broken byte became �, the first of them at line 2, character 1 of the line.
            broken after its mark   | EFBBBF61FC62             | a�b      | 1 broken byte became �, the first of them at line 1, character 2 of the line.
            half a character        | FFFE410042               | A�       | 1 broken byte became �, the first of them at line 1, character 2 of the line.
            neither                 | 61620A638164             | ab␤c�d   | 1 broken byte became �, the first of them at line 2, character 2 of the line.
            """)
    void encodingsAreToldApartAndWhatIsBrokenIsNamed(String what, String hex, String text, String warning)
            throws Exception {
        Decoded decoded = Decoded.of(HexFormat.of().parseHex(hex), Path.of("t.txt"));
        assertThat(decoded.text().strip().replace("\n", "␤")).isEqualTo(text);
        assertThat(decoded.warnings()).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void filesThatAreNoTextOrTooShortAreRefused() {
        assertThatThrownBy(() -> Decoded.of(new byte[]{65, 10, 66, 0}, Path.of("t.bin")))
                .isInstanceOf(DataException.class).hasMessage(
                        "Needs a text, but t.bin has a zero at line 2, character 2 of the line: it is not a text file, or one in UTF-16 without a byte order mark. Save it as UTF-8.");
        assertThatThrownBy(() -> open("too short", new TextFile("t.txt", Unit.CHARACTERS, 10, 64, 32, 0.1)))
                .isInstanceOf(DataException.class).hasMessageContaining("Needs at least 130 tokens")
                .hasMessageEndingWith("has 9: choose a shorter context or a longer text.");
    }

    private DataSet open(String text, TextFile source) throws Exception {
        Charset charset = StandardCharsets.UTF_8;
        Files.writeString(folder.resolve("t.txt"), text, charset);
        return source.open(folder, Progress.NONE);
    }

    private static String pair(DataSet set, int sample) {
        List<String> both = new ArrayList<>();
        float[] tokens = new float[set.info().input().size(0)];
        set.input(sample, tokens, 0);
        both.add(words(set, tokens));
        set.target(sample, tokens, 0);
        both.add(words(set, tokens));
        return String.join("→", both);
    }

    private static String words(DataSet set, float[] tokens) {
        return IntStream.range(0, tokens.length).mapToObj(i -> set.info().vocabulary().get((int) tokens[i]))
                .collect(Collectors.joining());
    }
}
