package org.lamina.data;

import java.util.Arrays;
import java.util.List;
import org.lamina.tensor.Shape;

/// What a data set holds.
///
/// @param samples how many samples in all
/// @param vocabulary how each token of a sample is written; empty where samples are no tokens
public record DataInfo(Shape input, Target target, int samples, List<String> vocabulary) {

    public DataInfo {
        vocabulary = List.copyOf(vocabulary);
        if (vocabulary.size() != input.vocabulary())
            throw new IllegalArgumentException(
                    "needs a vocabulary of " + input.vocabulary() + ", got " + vocabulary.size());
    }

    /// Tokens as a person reads them: words with blanks between, characters without.
    public String text(float[] tokens) {
        int[] places = new int[tokens.length];
        Arrays.setAll(places, i -> (int) tokens[i]);
        return new Lexicon(vocabulary).text(places);
    }

    public DataInfo(Shape input, Target target, int samples) {
        this(input, target, samples, List.of());
    }
}
