package org.lamina.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamina.compile.Tap;
import org.lamina.data.DataException;
import org.lamina.data.Lexicon;

/// Writes with a network that foretells the next token, one token at a time: the tokens so far go in, as many as the
/// network can see, and one is chosen by what it says comes after the last of them.
final class Scribe {
    private static final String LINE = "\n";

    private final Network network;
    private final Lexicon lexicon;
    private final Writing writing;
    private final List<Integer> tokens = new ArrayList<>();
    private final SplittableRandom random;
    private final Shape context;
    private int left;

    /// @throws DataException where the prompt has what the vocabulary has not
    Scribe(Model model, Writing writing) throws DataException {
        this.writing = writing;
        network = model.network();
        lexicon = new Lexicon(model.data().info().vocabulary());
        random = new SplittableRandom(writing.seed());
        context = Network.batch(1, network.input().size(0));
        left = writing.length();
        IntStream.of(lexicon.tokens(writing.prompt())).forEach(tokens::add);
        if (tokens.isEmpty())
            tokens.add(Math.max(0, lexicon.names().indexOf(LINE)));
    }

    boolean isDone() {
        return left == 0;
    }

    /// The next token as it is written, with the blank before it where tokens are words.
    String next() {
        int token = choose(logits());
        tokens.add(token);
        left--;
        return (lexicon.isOfWords() ? " " : "") + lexicon.text(token);
    }

    /// What the network says comes after the last token. Places after it are filled with any token: a network that
    /// writes does not look ahead.
    private float[] logits() {
        int time = (int) context.get(1);
        int seen = Math.min(time, tokens.size());
        long[] window = new long[time];
        for (int i = 0; i < seen; i++)
            window[i] = tokens.get(tokens.size() - seen + i);
        try (NDManager step = network.manager().newSubManager()) {
            NDArray answer = network.answer(step.create(window, context), false, Tap.NONE);
            return answer.get(0).get(seen - 1).toFloatArray();
        }
    }

    private int choose(float[] logits) {
        if (writing.temperature() == 0)
            return Objective.largest(logits, 0, logits.length);
        int[] open = open(logits);
        double largest = logits[Objective.largest(logits, 0, logits.length)];
        double[] shares = IntStream.of(open).mapToDouble(t -> Math.exp((logits[t] - largest) / writing.temperature()))
                .toArray();
        double drawn = random.nextDouble() * IntStream.range(0, open.length).mapToDouble(i -> shares[i]).sum();
        int at = 0;
        while (at < open.length - 1 && drawn >= shares[at])
            drawn -= shares[at++];
        return open[at];
    }

    /// The tokens to choose from.
    private int[] open(float[] logits) {
        IntStream all = IntStream.range(0, logits.length);
        return writing.topK() == 0 || writing.topK() >= logits.length ? all.toArray()
                : all.boxed().sorted((a, b) -> Float.compare(logits[b], logits[a])).limit(writing.topK())
                        .mapToInt(Integer::intValue).toArray();
    }
}
