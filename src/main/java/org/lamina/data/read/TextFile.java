package org.lamina.data.read;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.spec.Location;
import org.lamina.spec.Real;
import org.lamina.tensor.Shape;

/// A plain text whose next token is to be predicted at every place.
@AutoService(DataSource.class)
@Card(id = "text", title = "Text", keywords = {"txt", "language model", "characters", "words", "gpt", "tokens",
        "book"})
@Help("""
        A text file, cut into characters or words, its **tokens**. A sample is a stretch of the text; at each of its
        places the token that follows is to be predicted. The end of the text is kept apart for validation.
        """)
public record TextFile(
        @Help("The text, in UTF-8, UTF-16 or Windows-1252.") @Location(Location.Kind.FILE) String file,
        @Help("**Characters** need a small vocabulary, **words** see further back with as many tokens.") Unit unit,
        @Help("Most words that are told apart: the most frequent ones; the others become one token, ⟨unknown⟩. "
                + "Characters are all told apart.") @Int(min = 2, max = 100_000, soft = 10_000, unit = "words") int words,
        @Help("Tokens in a sample: how far back the network can see.") @Int(min = 1, max = 65_536, soft = 256, unit = "tokens") int context,
        @Help("Tokens from the beginning of one training sample to the next; fewer than the context lets samples overlap.") @Int(min = 1, max = 65_536, soft = 256, unit = "tokens") int stride,
        @Help("Share of the text, at its end, that validates.") @Real(min = 0.01, max = 0.9, soft = 0.5) double heldOut)
        implements
            DataSource {

    private static final double MEMORY_PER_CHARACTER = 40;

    /// What one token is.
    public enum Unit {
        CHARACTERS,
        WORDS
    }

    public TextFile() {
        this("", Unit.CHARACTERS, 2000, 64, 32, 0.1);
    }

    @Override
    public DataSource at(Path location) {
        return new TextFile(location.toString(), unit, words, context, stride, heldOut);
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        Path path = Reading.file(base, file, "a text file");
        Reading.report(progress, Double.NaN, "Reading " + path.getFileName());
        Decoded decoded = Decoded.read(path, MEMORY_PER_CHARACTER);
        List<String> warnings = new ArrayList<>(decoded.warnings());
        Vocabulary vocabulary = unit == Unit.CHARACTERS
                ? Vocabulary.characters(decoded.text())
                : Vocabulary.words(decoded.text(), words, warnings);
        return windows(vocabulary, warnings, path);
    }

    /// Each window's target is the window one token further on.
    private DataSet windows(Vocabulary text, List<String> warnings, Path path) throws DataException {
        int[] tokens = text.tokens();
        if (tokens.length < 2 * (context + 1))
            throw new DataException(
                    "Needs at least %,d tokens for one sample of %,d to train and one to validate, but %s has %,d: choose a shorter context or a longer text."
                            .formatted(2 * (context + 1), context, path, tokens.length));
        float[] line = new float[tokens.length];
        for (int i = 0; i < line.length; i++)
            line[i] = tokens[i];
        Stretches stretches = Stretches.of(line.length, context + 1, stride, context, heldOut);
        DataInfo info = new DataInfo(Shape.tokens(context, text.names().size()),
                new Target.Tokens(text.names(), context), stretches.count(), text.names());
        return new Windows(info, List.of(line), 0, 1, stretches,
                "Tokens: their places in the vocabulary, counted from 0", warnings);
    }
}
