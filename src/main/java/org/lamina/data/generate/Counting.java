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

/// Numbers counted up in steps, written out digit by digit.
@AutoService(DataSource.class)
@Card(id = "counting", title = "Counting", keywords = {"sequence", "tokens", "digits", "arithmetic", "next token",
        "language model"})
@Help("""
        Texts such as `7 10 13 16 19`: a start and a step chosen at random, then counted on. The smallest language to
        learn to write: after the first two numbers every digit can be known.
        """)
public record Counting(
        @Help("Tokens in a row: digits and blanks.") @Int(min = 4, max = 1024, soft = 128, unit = "tokens") int length,
        @Help("Largest number to start from.") @Int(min = 0, max = 1_000_000, soft = 1000) int start,
        @Help("Largest step from one number to the next.") @Int(min = 1, max = 1000, soft = 20) int step,
        @Help("How many rows.") @Int(min = 10, max = 1_000_000, soft = 20_000, unit = "rows") int samples,
        @Help("The same seed gives the same rows.") @Int(min = 0, max = Integer.MAX_VALUE, soft = 1000) int seed)
        implements
            DataSource {

    private static final String SIGNS = " 0123456789";

    public Counting() {
        this(24, 99, 9, 4000, 1);
    }

    @Override
    public Optional<DataInfo> info() {
        List<String> vocabulary = SIGNS.chars().mapToObj(Character::toString).toList();
        return Optional.of(new DataInfo(Shape.tokens(length, vocabulary.size()),
                new Target.Tokens(vocabulary, length), samples, vocabulary));
    }

    @Override
    public DataSet open(Path base, Progress progress) throws DataException {
        float[][] inputs = new float[samples][length];
        float[][] targets = new float[samples][length];
        for (int i = 0; i < samples; i++) {
            Generating.report(progress, i, samples, "Counting");
            String text = text(Seeds.random(seed, i));
            for (int at = 0; at < length; at++) {
                inputs[i][at] = SIGNS.indexOf(text.charAt(at));
                targets[i][at] = SIGNS.indexOf(text.charAt(at + 1));
            }
        }
        return new Rows(info().orElseThrow(), inputs, targets,
                "Tokens: their places in \"" + SIGNS + "\", counted from 0", List.of());
    }

    private String text(SplittableRandom random) {
        long number = random.nextInt(start + 1);
        int by = 1 + random.nextInt(step);
        StringBuilder text = new StringBuilder();
        while (text.length() <= length) {
            text.append(number).append(' ');
            number += by;
        }
        return text.toString();
    }
}
