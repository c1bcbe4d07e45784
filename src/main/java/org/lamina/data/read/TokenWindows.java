package org.lamina.data.read;

import java.nio.file.Path;
import java.util.List;
import org.lamina.data.DataException;
import org.lamina.data.DataInfo;
import org.lamina.data.DataSet;
import org.lamina.data.Target;
import org.lamina.tensor.Shape;

/// Stretches of one long row of tokens, each with the row one token further on as its target. The stretches that
/// validate come last, do not overlap and share no token with those that train.
final class TokenWindows implements DataSet {

    private final DataInfo info;
    private final int[] tokens;
    private final int context;
    private final int stride;
    private final int training;
    private final int heldFrom;
    private final List<String> warnings;

    private TokenWindows(Vocabulary text, int context, int stride, int heldFrom, List<String> warnings) {
        tokens = text.tokens();
        this.context = context;
        this.stride = stride;
        this.heldFrom = heldFrom;
        this.warnings = List.copyOf(warnings);
        training = windows(heldFrom, stride);
        info = new DataInfo(Shape.tokens(context, text.names().size()), new Target.Tokens(text.names(), context),
                training + windows(tokens.length - heldFrom, context), text.names());
    }

    static DataSet of(Vocabulary text, int context, int stride, double heldOut, List<String> warnings, Path file)
            throws DataException {
        int length = text.tokens().length;
        if (length < 2 * (context + 1))
            throw new DataException(
                    "Needs at least %,d tokens for one sample of %,d to train and one to validate, but %s has %,d: choose a shorter context or a longer text."
                            .formatted(2 * (context + 1), context, file, length));
        int heldFrom = Math.clamp(Math.round(length * (1 - heldOut)), context + 1, length - context - 1);
        return new TokenWindows(text, context, stride, heldFrom, warnings);
    }

    /// How many stretches fit into so many tokens, with one more behind each to predict.
    private int windows(int tokenCount, int step) {
        return (tokenCount - context - 1) / step + 1;
    }

    @Override
    public DataInfo info() {
        return info;
    }

    @Override
    public int heldOut() {
        return info.samples() - training;
    }

    @Override
    public void input(int sample, float[] to, int at) {
        copy(start(sample), to, at);
    }

    @Override
    public void target(int sample, float[] to, int at) {
        copy(start(sample) + 1, to, at);
    }

    private int start(int sample) {
        return sample < training ? sample * stride : heldFrom + (sample - training) * context;
    }

    private void copy(int start, float[] to, int at) {
        for (int i = 0; i < context; i++)
            to[at + i] = tokens[start + i];
    }

    @Override
    public String preparation() {
        return "Tokens: their places in the vocabulary, counted from 0";
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }
}
