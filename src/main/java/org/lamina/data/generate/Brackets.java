package org.lamina.data.generate;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.DataSource;
import org.lamina.data.Progress;
import org.lamina.data.Rows;
import org.lamina.data.Seeds;
import org.lamina.data.Target;
import org.lamina.spec.Card;
import org.lamina.spec.Help;
import org.lamina.spec.Int;
import org.lamina.tensor.Shape;

/// Rows of brackets, half of them balanced (Dyck words), half with one bracket changed.
@AutoService(DataSource.class)
@Card(id = "brackets", title = "Balanced brackets", keywords = {"sequence", "tokens", "dyck", "parentheses", "lstm",
        "transformer"})
@Help("""
        Rows of brackets such as `([]())`, with blanks behind to one length. In a **balanced** row every bracket is closed
        by its own kind in the right order; in the others a single bracket is wrong. To tell them apart a network must
        remember what is open.
        """)
public record Brackets(
        @Help("How many kinds of brackets: (), [], {} and <>.") @Int(min = 1, max = 4, soft = 4, unit = "kinds") int kinds,
        @Help("Tokens in a row, blanks included.") @Int(min = 4, max = 1024, soft = 64, unit = "tokens") int length,
        @Help("How many rows.") @Int(min = 10, max = 1_000_000, soft = 20_000, unit = "rows") int samples,
        @Help("The same seed gives the same rows.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    private static final String SIGNS = " ()[]{}<>";
    private static final int BLANK = 0;

    public Brackets() {
        this(2, 16, 6000, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        List<String> vocabulary = SIGNS.substring(0, 1 + 2 * kinds).chars().mapToObj(Character::toString).toList();
        return Optional.of(new DataInfo(Shape.tokens(length, vocabulary.size()),
                new Target.Classes(List.of("unbalanced", "balanced")), samples, vocabulary));
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        float[][] inputs = new float[samples][];
        float[][] targets = new float[samples][];
        for (int i = 0; i < samples; i++) {
            Generating.report(progress, i, samples, "Writing brackets");
            SplittableRandom random = Seeds.random(seed, i);
            int[] row = balanced(random);
            if (i % 2 == 0)
                spoil(row, random);
            inputs[i] = floats(row);
            targets[i] = new float[]{i % 2};
        }
        return new Rows(info().orElseThrow(), inputs, targets, "Tokens: their places in \"" + SIGNS.substring(0,
                1 + 2 * kinds) + "\", counted from 0", List.of());
    }

    /// Opens or closes at random, so that all that is open can be closed before the row ends.
    private int[] balanced(SplittableRandom random) {
        int[] row = new int[length];
        int pairs = 1 + random.nextInt(length / 2);
        int[] open = new int[pairs];
        int depth = 0;
        for (int at = 0; at < 2 * pairs; at++) {
            boolean full = depth == 2 * pairs - at;
            if (depth == 0 || (!full && random.nextBoolean())) {
                open[depth] = random.nextInt(kinds);
                row[at] = opening(open[depth++]);
            } else
                row[at] = opening(open[--depth]) + 1;
        }
        return row;
    }

    /// Puts another bracket in one place: no change of a single place leaves a balanced row balanced.
    private void spoil(int[] row, SplittableRandom random) {
        int end = 0;
        while (end < row.length && row[end] != BLANK)
            end++;
        int at = random.nextInt(end);
        int others = 2 * kinds - 1;
        row[at] = 1 + (row[at] + random.nextInt(others)) % (others + 1);
    }

    private static int opening(int kind) {
        return 1 + 2 * kind;
    }

    private static float[] floats(int[] tokens) {
        float[] numbers = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++)
            numbers[i] = tokens[i];
        return numbers;
    }
}
